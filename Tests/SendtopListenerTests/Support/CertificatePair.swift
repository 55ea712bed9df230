import Foundation
import NIOSSL
import SendtopListener
import Testing

/// A folder with a certificate and its key, as openssl makes them.
final class CertificatePair {
    let files: ServerCertificate.Files
    let folder: URL

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
        try openssl(
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            files.key,
            "-out",
            files.certificate,
            "-days",
            "2",
            "-subj",
            "/CN=\(name)"
        )
    }

    func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    func spoil() throws {
        try "no certificate".write(toFile: files.certificate, atomically: true, encoding: .utf8)
    }

    /// Writes another file beside the two.
    func write(_ text: String, to name: String) throws -> String {
        let path = folder.appendingPathComponent(name).path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
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
