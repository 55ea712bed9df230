import Foundation
public import Logging
import NIOCertificateReloading
import NIOSSL
import Synchronization

/// The certificate that the listener shows, and its key; renewed files are taken while it runs.
public final class ServerCertificate: Sendable {
    /// Where the files are.
    public struct Files: Sendable, Hashable {
        /// The certificate, then those that vouch for it, in PEM form.
        public var certificate: String
        /// Its key in PEM form, without a passphrase.
        public var key: String

        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// Where the files are now; other ones may be named while the listener runs.
    private final class Place: Sendable {
        let files: Mutex<Files>

        init(_ files: Files) {
            self.files = Mutex(files)
        }

        func bytes(_ file: (Files) -> String) throws(CertificateError) -> [UInt8] {
            let path = file(files.withLock { $0 })
            do {
                return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            } catch {
                let words = (error as? CocoaError)?.code == .fileReadNoPermission ? "permission denied" : "no such file"
                throw CertificateError(file: path, reason: words)
            }
        }
    }

    /// How often the files are looked at.
    private static let interval = Duration.seconds(60)

    private let place: Place
    private let reloader: TimedCertificateReloader

    /// Reads the files.
    ///
    /// - Parameter logger: hears of renewals, and of files that can no longer be used.
    /// - Throws: `CertificateError` when they cannot be used.
    public init(_ files: Files, logger: Logger) throws(CertificateError) {
        let place = Place(files)
        self.place = place
        reloader = TimedCertificateReloader(
            configuration: .init(
                refreshInterval: ServerCertificate.interval,
                certificateSource: .init(location: .memory { try place.bytes(\.certificate) }, format: .pem),
                privateKeySource: .init(location: .memory { try place.bytes(\.key) }, format: .pem)
            ) { configuration in
                configuration.onCertificateLoaded = { change in
                    guard let before = change.previousX509CertificateChain,
                        before != change.currentX509CertificateChain
                    else { return }
                    logger.notice("certificate renewed")
                }
                configuration.onCertificateLoadFailed = { failure in
                    logger.warning("certificate not loaded", metadata: ["reason": "\(failure.error)"])
                }
            }
        )
        try load()
    }

    /// Takes the files as they are now, or other ones; what cannot be used changes nothing.
    ///
    /// - Throws: `CertificateError` when they cannot be used.
    public func reload(_ files: Files? = nil) throws(CertificateError) {
        let before = place.files.withLock { $0 }
        if let files { place.files.withLock { $0 = files } }
        do {
            try load()
        } catch {
            place.files.withLock { $0 = before }
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
            throw failure(error)
        }
    }

    private func load() throws(CertificateError) {
        do {
            try reloader.reload()
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: any Error) -> CertificateError {
        if let error = error as? CertificateError { return error }
        return CertificateError(file: place.files.withLock { $0.certificate }, reason: "\(error)")
    }
}
