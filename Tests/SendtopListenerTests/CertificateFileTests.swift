import Foundation
import SendtopListener
import Testing

@Suite struct CertificateFileTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    /// The fault of two files; nothing of the key may be in its sentence, or in the log.
    private func fault(_ certificate: String, _ key: String, of pair: CertificatePair) throws -> CertificateError? {
        let log = CapturedLog()
        let error = #expect(throws: CertificateError.self) {
            try ServerCertificate(.init(certificate: certificate, key: key), logger: log.logger)
        }
        let said = log.lines.joined(separator: "\n") + "\(error?.description ?? "")"
        for line in try text(pair.files.key).split(separator: "\n") where !line.hasPrefix("-") {
            for start in stride(from: 0, to: line.count - 8, by: 8) {
                #expect(!said.contains(line.dropFirst(start).prefix(8)), "\(said)")
            }
        }
        return error
    }

    @Test("What is wrong with a file is said of that file, and nothing of a key is repeated")
    func faults() throws {
        let pair = try CertificatePair()
        let (certificate, key) = (pair.files.certificate, pair.files.key)
        let lines = try text(key).split(separator: "\n").map(String.init)
        let halved = try pair.write(lines.dropLast(2).joined(separator: "\n"), to: "halved.pem")
        let shortened = try pair.write(
            ([lines[0], String(lines[1].prefix(40))] + lines.suffix(1)).joined(separator: "\n"),
            to: "short.pem"
        )
        let mangled = try pair.write(lines.joined(separator: "\n").replacing("M", with: "*"), to: "mangled.pem")
        let damaged = try pair.write(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            to: "damaged.pem"
        )
        let empty = try pair.write("", to: "empty.pem")
        let encrypted = pair.folder.appendingPathComponent("encrypted.pem").path
        try pair.openssl("pkcs8", "-topk8", "-in", key, "-out", encrypted, "-passout", "pass:x")
        let older = pair.folder.appendingPathComponent("older.pem").path
        try pair.openssl("ec", "-aes128", "-in", key, "-out", older, "-passout", "pass:x")
        let strange = try CertificatePair().copy(into: pair)

        #expect(try fault(certificate, halved, of: pair) == CertificateError(file: halved, .noKey))
        #expect(try fault(certificate, shortened, of: pair) == CertificateError(file: shortened, .badKey))
        #expect(try fault(certificate, mangled, of: pair) == CertificateError(file: mangled, .badKey))
        #expect(try fault(certificate, empty, of: pair) == CertificateError(file: empty, .noKey))
        #expect(try fault(certificate, certificate, of: pair) == CertificateError(file: certificate, .noKey))
        #expect(try fault(certificate, encrypted, of: pair) == CertificateError(file: encrypted, .encrypted))
        #expect(try fault(certificate, older, of: pair) == CertificateError(file: older, .encrypted))
        #expect(try fault(certificate, strange, of: pair) == CertificateError(file: certificate, .mismatch))
        #expect(try fault(certificate, "/nowhere", of: pair) == CertificateError(file: "/nowhere", .unreadable(ENOENT)))
        #expect(try fault("/tmp", key, of: pair) == CertificateError(file: "/tmp", .unreadable(EISDIR)))
        #expect(try fault("/dev/zero", key, of: pair) == CertificateError(file: "/dev/zero", .tooLarge))
        #expect(try fault(key, key, of: pair) == CertificateError(file: key, .noCertificate))
        #expect(try fault(damaged, key, of: pair) == CertificateError(file: damaged, .badCertificate))
    }

    @Test("A sentence names the file, what is wrong with it, and what to do")
    func sentence() {
        #expect(
            CertificateError(file: "key.pem", .encrypted).description
                == "The file key.pem cannot be used for TLS: its private key is encrypted; give a certificate with"
                + " --tls-cert and its own key with --tls-key, both as PEM."
        )
    }

    @Test("A key beside its parameters, and both in one file, are taken")
    func together() throws {
        let pair = try CertificatePair()
        let key = pair.folder.appendingPathComponent("ec.pem").path
        try pair.openssl("ecparam", "-name", "prime256v1", "-genkey", "-out", key)
        try #require(try text(key).contains("EC PARAMETERS"))
        let certificate = pair.folder.appendingPathComponent("ec-cert.pem").path
        try pair.openssl("req", "-x509", "-key", key, "-out", certificate, "-days", "2", "-subj", "/CN=x")
        _ = try ServerCertificate(.init(certificate: certificate, key: key), logger: CapturedLog().logger)
        let both = try pair.write("\(text(key))\r\nsome words\r\n\(text(certificate))", to: "both.pem")
        _ = try ServerCertificate(.init(certificate: both, key: both), logger: CapturedLog().logger)
    }
}

extension CertificatePair {
    /// Puts the key into another pair's folder.
    fileprivate func copy(into other: CertificatePair) throws -> String {
        try other.write(String(contentsOfFile: files.key, encoding: .utf8), to: "strange.pem")
    }
}
