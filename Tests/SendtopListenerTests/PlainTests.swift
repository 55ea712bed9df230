import SendtopCore
import SendtopListener
import TestSupport
import Testing

/// Plain requests take a road of their own, past the library's parser; nobody may notice.
@Suite struct PlainTests {
    /// Requests that are plain, and some that are nearly so.
    private struct Generator {
        var random: SeededGenerator

        /// One or two requests, some of them with a byte changed, too much or missing.
        mutating func bytes() -> [UInt8] {
            var bytes = Array((request() + (chance(3) ? request() : "")).utf8)
            guard chance(2), let place = bytes.indices.randomElement(using: &random) else { return bytes }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = .random(in: 0...255, using: &random)
            case 1: bytes[place] = Array(" \t\r\n:/,;\u{0}\u{7f}a0-".utf8).randomElement(using: &random) ?? 0
            case 2: bytes.remove(at: place)
            default: bytes.removeLast(bytes.count - place)
            }
            return bytes
        }

        private mutating func request() -> String {
            let body = pick([
                #"{"dispatch_id":"a","status":"sent"}"#, #"{"dispatch_id":"b"}"#, "[]", "{", "7",
                String(repeating: " ", count: 3_000) + "{}",
            ])
            let length = chance(8) ? body.utf8.count + 1 : body.utf8.count
            var fields = ["Host: h", "Content-Length: \(length)"]
            for _ in 0..<Int.random(in: 0...2, using: &random) { fields.append(field()) }
            let path =
                chance(6) ? pick(["/", "/postback?token=%41&b", "/POSTBACK", "//postback", "/healthz"]) : "/postback"
            let head = ["\(chance(9) ? "GET" : "POST") \(path) HTTP/1.1"] + fields.shuffled(using: &random)
            return head.joined(separator: "\r\n") + "\r\n\r\n" + body
        }

        private mutating func field() -> String {
            pick([
                "Content-Type: application/json", "X-Empty:", "X-Blanks:   a  b  ", "X-Tab:\ta", "X-Ünicode: ü",
                "X_Odd.name: a", "X Bad: a", "Content-Length: 2", "content-length: 02", "Content-Length: +2",
                "Connection: keep-alive", "Connection: Keep-Alive", "Connection: close", "connection: upgrade, close",
                "Proxy-Connection: close", "Upgrade: h2c", "Transfer-Encoding: chunked", "Expect: 100-continue",
                "Content-Encoding: gzip", "Authorization: Basic YTpi", "Cookie: a=b", "Host: other", " folded",
                "X-Long: \(String(repeating: "x", count: 7_000))",
            ])
        }

        private mutating func chance(_ count: Int) -> Bool {
            Int.random(in: 0..<count, using: &random) == 0
        }

        private mutating func pick(_ all: [String]) -> String {
            all.randomElement(using: &random) ?? ""
        }
    }

    @Test("Whatever comes is answered, kept and counted as the library's parser reads it", arguments: 0..<8)
    func same(seed: Int) async throws {
        let events = Events()
        let limits = ListenerLimits(body: 2_000, head: 6_000)
        try await listening(
            ListenerConfiguration(limits: limits),
            store: { await events.append($0) }
        ) { listener, port in
            var generator = Generator(random: SeededGenerator(seed: UInt64(seed)))
            for _ in 0..<120 {
                let bytes = generator.bytes()
                let plain = try await Self.outcome(of: bytes, after: nil, listener, port, events)
                // The first request that is not plain gives the connection to the parser.
                let parsed = try await Self.outcome(
                    of: bytes,
                    after: curl("", method: "GET", path: "/healthz"),
                    listener,
                    port,
                    events
                )
                #expect(plain == parsed, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            }
        }
    }

    private struct Outcome: Equatable {
        let answers: String
        let events: [Event]
        let refused: Int
    }

    /// Where the bytes before it are whole requests, it is answered, and the connection ends.
    private static let last = curl("", method: "GET", path: "/healthz", headers: ["Connection: close"])

    /// Sends bytes on a connection of its own, ends it, and says what became of them.
    private static func outcome(
        of bytes: [UInt8],
        after first: String?,
        _ listener: Listener,
        _ port: Int,
        _ events: Events
    ) async throws -> Outcome {
        let (count, refused) = (await events.all.count, listener.intake.refused)
        let connection = try await RawConnection.open(port)
        if let first {
            try await connection.send(first)
            _ = try await connection.answer()
        }
        try await connection.send(bytes + Array(last.utf8))
        await connection.finish()
        try await connection.waitForEnd()
        return Outcome(
            answers: connection.received,
            events: Array(await events.all.dropFirst(count)),
            refused: listener.intake.refused - refused
        )
    }

    @Test("A head that comes again, and one that nearly does, is kept as it came, without its secrets")
    func again() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let connection = try await RawConnection.open(port)
            let long = String(repeating: "c", count: 600)
            let marks = ["a", "a", "b", "a", long, long, "a"]
            for mark in marks {
                try await connection.send(curl("{}", headers: ["X-Mark: \(mark)", "Cookie: s"]))
                #expect(try await connection.answer().status == 200)
            }
            let kept = await events.all.map(\.headers)
            let found: [[String]] = kept.map { headers in headers.filter { $0.name == "X-Mark" }.map(\.value) }
            #expect(found == marks.map { [$0] })
            #expect(kept.joined().allSatisfy { $0.name != "Cookie" })
        }
    }

    @Test("A body may come in parts, and its request ends with the connection")
    func parts() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { listener, port in
            let connection = try await RawConnection.open(port)
            let request = curl(#"{"dispatch_id":"\#(String(repeating: "d", count: 9_000))"}"#)
            let bytes = Array(request.utf8)
            for start in stride(from: 0, to: bytes.count, by: 2_000) {
                try await connection.send(Array(bytes[start...].prefix(2_000)))
            }
            #expect(try await connection.answer().status == 200)
            #expect(await events.all.map(\.dispatchID) == [String(repeating: "d", count: 9_000)])
            try await connection.send(String(request.dropLast(2)))
            try await connection.close()
            try await eventually { listener.intake.refused == 1 ? true : nil }
            #expect(await events.all.count == 1)
        }
    }
}
