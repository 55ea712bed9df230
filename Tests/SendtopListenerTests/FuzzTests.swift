import SendtopCore
import SendtopListener
import Testing

@Suite struct FuzzTests {
    /// Requests made of pieces that are right, nearly right, and hostile.
    private struct RequestGenerator {
        var random: SeededGenerator

        mutating func request() -> [UInt8] {
            var bytes = head() + body()
            for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                let place = bytes.indices.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = .random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
                default: bytes.removeLast(bytes.count - place)
                }
            }
            return bytes
        }

        private mutating func head() -> [UInt8] {
            let method = pick(["POST", "POST", "POST", "GET", "HEAD", "PUT", "P\u{0}ST", "post", ""])
            let path = pick([
                "/postback", "/postback/", "/postback/tokentokentoken-x", "/postback?token=tokentokentoken-x",
                "/postback?token=%00&&=&token", "http://h/postback", "//postback", "*", "/%2e%2e/\u{7f}", "/metrics",
                "/readyz", "", String(repeating: "/a", count: 3_000),
            ])
            var lines = ["\(method) \(path) \(pick(["HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "SPDY"]))"]
            for _ in 0..<Int.random(in: 0...6, using: &random) { lines.append(field()) }
            return Array((lines.joined(separator: pick(["\r\n", "\r\n", "\n"])) + "\r\n\r\n").utf8)
        }

        private mutating func field() -> String {
            pick([
                "Host: h", "Content-Length: 2", "Content-Length: 18446744073709551616", "Content-Length: -1",
                "Content-Length: 2, 3", "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked",
                "Expect: 100-continue", "Connection: close", "Connection: Upgrade", "Upgrade: h2c",
                "Authorization: Basic ====", "Authorization: Bearer tokentokentoken-x", "Authorization:",
                "X-Forwarded-For: 1.2.3.4:99999, [::1, ,", "X-Forwarded-For: \u{202e}", ": none", " folded",
                "A\u{1}: b",
                "Cookie: \(String(repeating: "c", count: 5_000))",
            ])
        }

        private mutating func body() -> [UInt8] {
            Array(
                pick([
                    "", "{}", "[]", "7", #"{"dispatch_id":"a","status":"sent"}"#, "2\r\n{}\r\n0\r\n\r\n",
                    "ffffffffffffffff\r\n", "2;x=y\r\n[]\r\n0\r\nTrailer: 1\r\n\r\n", "{\"a\":\"\\ud800\"}",
                    String(repeating: "[", count: 2_000), String(repeating: "{}", count: 1_500),
                ]).utf8
            )
        }

        private mutating func pick<Element>(_ all: [Element]) -> Element {
            all[Int.random(in: all.indices, using: &random)]
        }
    }

    @Test("Whatever comes, the listener goes on, and stores nothing that it did not answer for", arguments: 0..<8)
    func hostile(seed: Int) async throws {
        let access = AccessPolicy(
            tokens: [Secret("tokentokentoken-x")],
            proxies: [try #require(IPRange("127.0.0.1"))]
        )
        let limits = ListenerLimits(head: 8_192, requestTimeout: .milliseconds(300), idleTimeout: .milliseconds(600))
        let events = Events()
        try await listening(
            ListenerConfiguration(limits: limits),
            access: access,
            store: { await events.append($0) }
        ) { listener, port in
            var generator = RequestGenerator(random: SeededGenerator(seed: UInt64(seed)))
            for _ in 0..<150 {
                let connection = try await RawConnection.open(port)
                for _ in 0..<Int.random(in: 1...3, using: &generator.random) {
                    // The listener may close while we write.
                    guard (try? await connection.send(generator.request())) != nil else { break }
                }
                if Bool.random(using: &generator.random) { try? await connection.close() }
            }
            let answer = try await ask(port, curl(#"{"dispatch_id":"last"}"#, path: "/postback/tokentokentoken-x"))
            #expect(answer.status == 200)
            #expect(await events.all.contains { $0.dispatchID == "last" })
            #expect(await events.batches <= listener.intake.taken)
        }
    }
}
