import SendtopClient
import SendtopCore
import TestSupport
import Testing

@Suite struct SecrecyTests {
    private static let echoes = [
        testKey,
        testKey.uppercased(),
        "9b4f2c7e",
        "9b4f2c7e-51d3...",
        "9b4f2c7e%2D51d3%2D48a6%2db0e2-7f6a1c3d5e89",
        #"9b4f2c7e\u002d51d3\u002D48a6-b0e2-7f6a1c3d5e89"#,
        "9b4f2c7e&#45;51d3&#x2d;48a6-b0e2-7f6a1c3d5e89",
    ]

    @Test("A key that the service echoes is masked in error, record and id", arguments: echoes)
    func echoed(echo: String) async throws {
        let no = answer(
            "401 Unauthorized",
            "{\"message\":\"Invalid API key: \(echo)\",\"errors\":[\"\(echo)\"]}",
            headers: "X-Request-Id: \(echo)\r\n"
        )
        try await StubService.run(answering: no) { _, port in
            let sent = try await send(to: port)
            let error = try #require(sent.outcome.error)
            #expect(error.message?.hasPrefix("Invalid API key: [redacted]") == true)
            let record = String(decoding: try #require(sent.events.first).body, as: UTF8.self)
            for text in [record, error.description, "\(sent.outcome)", "\(sent.events)"] {
                #expect(!holdsKey(text), "\(text)")
            }
        }
    }

    @Test("A key in a gateway's page and in a yes is masked")
    func elsewhere() async throws {
        for status in ["502 Bad Gateway", "200 OK"] {
            try await StubService.run(answering: answer(status, "<p>\(testKey)</p>")) { _, port in
                let sent = try await send(to: port)
                #expect(sent.records.first?.answer?.body == "<p>[redacted]</p>")
                #expect(!holdsKey(sent.outcome.sentence))
            }
        }
    }

    @Test("A key that no header may hold is refused before anything is sent", arguments: ["a b", "key\n", "ключ"])
    func characters(key: String) async throws {
        let error = await #expect(throws: EndpointError.self) { try await send(to: 1, key: key) }
        #expect(
            error?.description == "The API key holds a blank, a line break or another character that no key has; "
                + "look at where it comes from."
        )
    }

    /// Whether eight characters of the key's first group, or of its last, are there in any case.
    private func holdsKey(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.contains("9b4f2c7e") || text.contains("7f6a1c3d")
    }
}
