import Foundation

/// Why a certificate or its key cannot be used; it never holds anything of what the files hold.
public struct CertificateError: Error, Sendable, Hashable {
    /// What is wrong with a file.
    public enum Fault: Sendable, Hashable {
        /// The system does not give its bytes, for a reason that it has a number for.
        case unreadable(Int32)
        /// It has more bytes than any certificate, or key.
        case tooLarge
        /// It holds no certificate.
        case noCertificate
        /// It holds no private key.
        case noKey
        /// It holds a certificate that is damaged.
        case badCertificate
        /// It holds a private key that is damaged, or of an unknown kind.
        case badKey
        /// Its key can be read only with a passphrase.
        case encrypted
        /// Its certificate is for another key.
        case mismatch
        /// Its certificate, or the key, is of a kind that TLS does not take.
        case unsupported
    }

    /// The file at fault; the certificate's when the two do not go together.
    public var file: String
    public var fault: Fault

    public init(file: String, _ fault: Fault) {
        self.file = file
        self.fault = fault
    }
}

extension CertificateError: CustomStringConvertible {
    /// One sentence that names the file and says what to do.
    public var description: String {
        "The file \(file) cannot be used for TLS: \(reason); give a certificate with --tls-cert and its own key with"
            + " --tls-key, both as PEM."
    }

    private var reason: String {
        switch fault {
        case .unreadable(ENOENT): "there is no such file"
        case .unreadable(EACCES): "permission denied"
        case .unreadable(EISDIR): "it is a folder"
        case .unreadable(let code): String(cString: strerror(code))
        case .tooLarge: "it is too large"
        case .noCertificate: "it holds no certificate"
        case .noKey: "it holds no private key"
        case .badCertificate: "it holds a certificate that cannot be read"
        case .badKey: "it holds a private key that cannot be read"
        case .encrypted: "its private key is encrypted"
        case .mismatch: "the private key is not the one of its certificate"
        case .unsupported: "its certificate, or the private key, is of a kind that TLS does not take"
        }
    }
}
