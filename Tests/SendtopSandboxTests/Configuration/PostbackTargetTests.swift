import SendtopSandbox
import Testing

@Suite("Targets of postbacks")
struct PostbackTargetTests {
    @Test("basic authentication in the URL becomes a header, a token stays in the URL")
    func authentication() async throws {
        try await withSandbox(
            target: { "http://sand:b%40x@127.0.0.1:\($0)/in/s3cret?token=t%2F1" },
            { sandbox in
                let answer = try await sandbox.send(to: "ada")
                let postback = try await sandbox.receiver.wait(for: 1, of: answer.dispatchID)[0]
                #expect(postback.authorization == "Basic c2FuZDpiQHg=")
                #expect(postback.path == "/in/s3cret?token=t%2F1")
                #expect(postback.contentType == "application/json")
            }
        )
    }

    @Test("a description gives no secret away")
    func description() throws {
        let target = try PostbackTarget(url: "https://user:pass@example.com:8443/s3cret?token=t")
        #expect("\(target)" == "https://example.com:8443")
    }

    @Test(
        "what is no URL of HTTP is refused",
        arguments: ["", "example.com", "ftp://example.com", "http://", "http:// x"]
    )
    func refused(text: String) {
        #expect(throws: SandboxConfigurationError.self) { try PostbackTarget(url: text) }
    }
}
