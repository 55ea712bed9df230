import Foundation
import SendtopClient
import TestSupport
import Testing

@Suite struct EncryptionTests {
    private static let yes: @Sendable (Int) -> [StubService.Step] = { _ in [.send(answer("201 Created", "{}"))] }

    @Test("A certificate that the CA file vouches for is trusted")
    func trusted() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sendtop-\(UUID().uuidString).pem")
        try TestCertificate.pem.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        try await StubService.run(tls: TestCertificate.serverContext(), script: Self.yes) { _, port in
            let endpoint = try Endpoint("https://127.0.0.1:\(port)", caFile: file.path)
            let sent = try await send(to: port, endpoint: endpoint)
            #expect(sent.outcome.sentence == "Accepted as a send without an id (201).")
        }
    }

    @Test("A certificate that nobody vouches for is not, and nothing is sent")
    func untrusted() async throws {
        try await StubService.run(tls: TestCertificate.serverContext(), script: Self.yes) { service, port in
            let sent = try await send(to: port, endpoint: Endpoint("https://127.0.0.1:\(port)"))
            #expect(
                sent.outcome.sentence == "Failed: The certificate of https://127.0.0.1:\(port) cannot be verified; "
                    + "name the CA file that signed it."
            )
            #expect(sent.outcome.error?.retryCanHelp == false)
            #expect(service.requests.isEmpty)
        }
    }

    @Test("A server that does not encrypt is no server to https")
    func plain() async throws {
        try await StubService.run(script: Self.yes) { _, port in
            let sent = try await send(to: port, endpoint: Endpoint("https://127.0.0.1:\(port)"))
            #expect(
                sent.outcome.sentence == "Failed: No safe connection to https://127.0.0.1:\(port): the handshake "
                    + "failed; check that it speaks TLS."
            )
        }
    }

    @Test("A CA file that is not there, or none, is refused by name")
    func caFile() async throws {
        let missing = try Endpoint("https://localhost", caFile: "/nowhere/ca.pem")
        let error = await #expect(throws: EndpointError.self) { try await send(to: 0, endpoint: missing) }
        #expect(
            error?.description == "Cannot read certificates from /nowhere/ca.pem: there is no such file, or this user "
                + "may not read it; give a PEM file."
        )
        let wrong = try Endpoint("https://localhost", caFile: "/dev/null")
        await #expect(throws: EndpointError.caFile("/dev/null", reason: "there is no certificate in it")) {
            try await send(to: 0, endpoint: wrong)
        }
    }
}
