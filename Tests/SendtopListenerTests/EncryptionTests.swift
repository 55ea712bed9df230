import SendtopCore
import SendtopListener
import TestSupport
import Testing

@Suite struct EncryptionTests {
    @Test("Postbacks come over TLS, and plain ones do not, which is said")
    func encrypted() async throws {
        let log = CapturedLog()
        let pair = try CertificatePair()
        let events = Events()
        let certificate = try ServerCertificate(pair.files, logger: CapturedLog().logger)
        try await listening(certificate: certificate, log: log, store: { await events.append($0) }) { listener, port in
            #expect(listener.intake.url?.hasPrefix("https://") == true)
            let connection = try await RawConnection.open(port, tls: pair.trust())
            try await connection.send(curl("{}"))
            #expect(try await connection.answer().status == 200)
            let plain = try await RawConnection.open(port)
            try await plain.send(curl("{}"))
            try await plain.waitForEnd()
            #expect(await events.all.count == 1)
            try await eventually { log.lines.contains { $0.contains("The TLS handshake failed") } ? true : nil }
            #expect(listener.intake.refused == 1)
        }
    }

    @Test("A renewed certificate is shown from the next handshake on; a spoilt one changes nothing")
    func renewed() async throws {
        let pair = try CertificatePair()
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
}
