/// Why a certificate or its key cannot be used.
public struct CertificateError: Error, Sendable, Hashable {
    /// The file at fault; the certificate's when the two do not go together.
    public var file: String
    /// The reason, without a full stop.
    public var reason: String

    public init(file: String, reason: String) {
        self.file = file
        self.reason = reason
    }
}

extension CertificateError: CustomStringConvertible {
    /// One sentence that names the file and says what to do.
    public var description: String {
        "The certificate \(file) and its key cannot be used: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason);"
            + " give PEM files that belong together with --tls-cert and --tls-key."
    }
}
