public import Logging
import NIOCertificateReloading
import NIOSSL

/// The certificate that the listener shows, and its key; renewed files are taken while it runs.
public final class ServerCertificate: Sendable {
    /// Where the files are.
    public struct Files: Sendable, Hashable {
        /// The certificate, then those that vouch for it, in PEM form; its key may be in the file as well.
        public var certificate: String
        /// Its key in PEM form, without a passphrase.
        public var key: String

        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// How often the files are looked at.
    private static let interval = Duration.seconds(60)

    private let place: CertificatePlace
    private let reloader: TimedCertificateReloader

    /// Reads the files.
    ///
    /// - Parameter logger: hears of renewals, and of files that can no longer be used.
    /// - Throws: `CertificateError` when they cannot be used.
    public init(_ files: Files, logger: Logger) throws(CertificateError) {
        let place = CertificatePlace(files)
        self.place = place
        reloader = TimedCertificateReloader(
            configuration: .init(
                refreshInterval: ServerCertificate.interval,
                certificateSource: .init(location: .memory { try place.certificates() }, format: .pem),
                privateKeySource: .init(location: .memory { try place.key() }, format: .pem)
            ) { configuration in
                configuration.onCertificateLoaded = { change in
                    guard let before = change.previousX509CertificateChain,
                        before != change.currentX509CertificateChain
                    else { return }
                    logger.notice("certificate renewed")
                }
                configuration.onCertificateLoadFailed = { failure in
                    logger.warning("certificate not loaded", metadata: ["reason": "\(place.error(for: failure.error))"])
                }
            }
        )
        try load()
    }

    /// Takes the files as they are now, or other ones; what cannot be used changes nothing.
    ///
    /// - Throws: `CertificateError` when they cannot be used.
    public func reload(_ files: Files? = nil) throws(CertificateError) {
        let before = place.files
        if let files { place.files = files }
        do {
            try load()
        } catch {
            place.files = before
            throw error
        }
    }

    /// Looks at the files now and then, until the task is cancelled.
    func run() async throws {
        try await reloader.run()
    }

    /// What a connection needs; asks for the newest certificate at each handshake.
    func context() throws(CertificateError) -> NIOSSLContext {
        do {
            var configuration = try TLSConfiguration.makeServerConfiguration(certificateReloader: reloader)
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["http/1.1"]
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw place.error(for: error)
        }
    }

    private func load() throws(CertificateError) {
        do {
            try reloader.reload()
        } catch {
            throw place.error(for: error)
        }
    }
}
