import Foundation
import NIOCore
import NIOSSL
import SendtopCore
import SendtopListener
import Testing

@Suite struct EncryptionTests {
    /// A folder with a certificate and its key, as openssl makes them.
    private final class Pair {
        let files: ServerCertificate.Files
        private let folder: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            files = .init(
                certificate: folder.appendingPathComponent("cert.pem").path,
                key: folder.appendingPathComponent("key.pem").path
            )
            try renew(name: "first.example")
        }

        func renew(name: String) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", files.key, "-out", files.certificate, "-days", "2", "-subj", "/CN=\(name)",
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
        }

        func spoil() throws {
            try "no certificate".write(toFile: files.certificate, atomically: true, encoding: .utf8)
        }

        /// Trusts just the certificate that is in the folder now.
        func trust() throws -> NIOSSLContext {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(files.certificate))
            configuration.certificateVerification = .noHostnameVerification
            return try NIOSSLContext(configuration: configuration)
        }

        deinit {
            try? FileManager.default.removeItem(at: folder)
        }
    }

    @Test("Postbacks come over TLS, and plain ones do not")
    func encrypted() async throws {
        let pair = try Pair()
        let events = Events()
        let certificate = try ServerCertificate(pair.files, logger: CapturedLog().logger)
        try await listening(certificate: certificate, store: { await events.append($0) }) { listener, port in
            #expect(listener.intake.url?.hasPrefix("https://") == true)
            let connection = try await RawConnection.open(port, tls: pair.trust())
            try await connection.send(curl("{}"))
            #expect(try await connection.answer().status == 200)
            let plain = try await RawConnection.open(port)
            try await plain.send(curl("{}"))
            try await plain.waitForEnd()
            #expect(await events.all.count == 1)
        }
    }

    @Test("A renewed certificate is shown from the next handshake on; a spoilt one changes nothing")
    func renewed() async throws {
        let pair = try Pair()
        let log = CapturedLog()
        let certificate = try ServerCertificate(pair.files, logger: log.logger)
        try await listening(certificate: certificate, store: { _ in }) { _, port in
            let old = try pair.trust()
            let before = try await RawConnection.open(port, tls: old)
            try await before.send(curl("{}"))
            #expect(try await before.answer().status == 200)

            try pair.renew(name: "second.example")
            try certificate.reload()
            let new = try pair.trust()
            let after = try await RawConnection.open(port, tls: new)
            try await after.send(curl("{}"))
            #expect(try await after.answer().status == 200)
            try await before.send(curl("{}"))
            #expect(try await before.answer().status == 200)

            try pair.spoil()
            #expect(throws: CertificateError.self) { try certificate.reload() }
            let still = try await RawConnection.open(port, tls: new)
            try await still.send(curl("{}"))
            #expect(try await still.answer().status == 200)
            #expect(log.lines.contains("notice certificate renewed"))
        }
    }

    @Test("Files that cannot be used are named")
    func unusable() throws {
        let pair = try Pair()
        let missing = ServerCertificate.Files(certificate: pair.files.certificate, key: "/nowhere/key.pem")
        let error = #expect(throws: CertificateError.self) {
            try ServerCertificate(missing, logger: CapturedLog().logger)
        }
        #expect(error == CertificateError(file: "/nowhere/key.pem", reason: "no such file"))
        let other = try Pair()
        let strangers = ServerCertificate.Files(certificate: pair.files.certificate, key: other.files.key)
        #expect(throws: CertificateError.self) { try ServerCertificate(strangers, logger: CapturedLog().logger) }
    }
}
