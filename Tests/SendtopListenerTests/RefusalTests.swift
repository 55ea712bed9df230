import SendtopCore
import SendtopListener
import Testing

@Suite struct RefusalTests {
    private static let nobody: Storing = { _ in Issue.record("Something was stored.") }

    @Test(
        "What is no JSON object or array is refused with the place of the fault, and is no event",
        arguments: [
            (
                "",
                #"{"message":"The body is not JSON: line 1, column 1: the text is empty.","line":1,"column":1,"offset":0}"#
            ),
            ("7", #"{"message":"The body must be a JSON object or array, and is a number."}"#),
            ("null", #"{"message":"The body must be a JSON object or array, and is null."}"#),
            (
                "{\n \"é\": tru}",
                #"{"message":"The body is not JSON: line 2, column 7: expected a value.","line":2,"column":7,"offset":9}"#
            ),
            (
                "{} {}",
                #"{"message":"The body is not JSON: line 1, column 4: there is text after the value.","#
                    + #""line":1,"column":4,"offset":3}"#
            ),
        ]
    )
    func refused(body: String, answer: String) async throws {
        try await listening(store: Self.nobody) { listener, port in
            let answered = try await ask(port, curl(body))
            #expect(answered.status == 400)
            #expect(answered.body == answer)
            #expect(listener.intake.refused == 1)
            #expect(listener.intake.taken == 0)
        }
    }

    @Test("Deep nesting and bytes that are no UTF-8 are refused")
    func hostile() async throws {
        try await listening(store: Self.nobody) { _, port in
            let deep = try await ask(port, curl(String(repeating: "[", count: 100_000)))
            #expect(deep.status == 400)
            #expect(deep.body.contains("line 1, column 65: the nesting is deeper than 64"))
            let connection = try await RawConnection.open(port)
            try await connection.send(Array(curl("{}  ").utf8.dropLast(2)) + [0xFF, 0x20])
            #expect(try await connection.answer().body.contains("line 1, column 3: the bytes are not UTF-8"))
            try await connection.close()
        }
    }

    @Test("A body that is compressed is told so, and the connection goes on", arguments: ["gzip", "br, identity"])
    func compressed(encoding: String) async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { listener, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(curl("\u{1F}\u{8B}", headers: ["Content-Encoding: \(encoding)"]))
            let answer = try await connection.answer()
            #expect(answer.status == 415)
            #expect(answer.headers["accept-encoding"] == "identity")
            #expect(answer.body.contains("encoded with \(encoding)") && answer.body.contains("send plain JSON"))
            try await connection.send(curl("{}"))
            #expect(try await connection.answer().status == 200)
            #expect(listener.intake.refused == 1)
            #expect(await events.all.count == 1)
            try await connection.close()
        }
    }

    @Test(
        "Wrong paths and methods are told so",
        arguments: [
            ("POST", "/", 404, nil, "There is nothing at this path."),
            ("GET", "/postbacks", 404, nil, "There is nothing at this path."),
            ("GET", "/postback", 405, "POST", "This path takes POST."),
            ("DELETE", "/postback/", 405, "POST", "This path takes POST."),
            ("POST", "/healthz", 405, "GET, HEAD", "This path takes GET, HEAD."),
        ] as [(String, String, Int, String?, String)]
    )
    func wrong(method: String, path: String, status: Int, allow: String?, message: String) async throws {
        try await listening(store: Self.nobody) { listener, port in
            let answer = try await ask(port, curl("{}", method: method, path: path))
            #expect(answer.status == status)
            #expect(answer.headers["allow"] == allow)
            #expect(answer.body == "{\"message\":\"\(message)\"}")
            #expect(listener.intake.refused == 1)
        }
    }

    @Test("Health is told to GET and HEAD, and HEAD gets no body")
    func health() async throws {
        try await listening(store: Self.nobody) { _, port in
            let answer = try await ask(port, curl("", method: "GET", path: "/healthz"))
            #expect(answer.status == 200)
            #expect(answer.body == "ok")
            let connection = try await RawConnection.open(port)
            try await connection.send(curl("", method: "HEAD", path: "/healthz"))
            let head = try await connection.answer(hasBody: false)
            #expect(head.status == 200)
            #expect(head.headers["content-length"] == "2")
            try await connection.send(curl("", method: "HEAD"))
            #expect(try await connection.answer(hasBody: false).status == 405)
            try await connection.send(curl("", method: "GET", path: "/healthz"))
            #expect(try await connection.answer().body == "ok")
            try await connection.close()
        }
    }

    @Test("The log tells of the first few refusals a minute, cleaned and cut")
    func log() async throws {
        let log = CapturedLog()
        try await listening(log: log, store: Self.nobody) { listener, port in
            let body = "\u{1b}[2J" + String(repeating: "x", count: 500)
            for _ in 0..<9 { _ = try await ask(port, curl(body)) }
            #expect(listener.intake.refused == 9)
            let lines = log.lines.filter { $0.hasPrefix("warning") }
            #expect(lines.count == 5)
            let sample = "␛[2J" + String(repeating: "x", count: 116) + "…"
            #expect(
                lines.first == "warning postback refused bytes=504 reason=The body is not JSON: line 1, column 1: "
                    + "expected a value. sample=\(sample) source=127.0.0.1 suppressed=0"
            )
        }
    }

    @Test("An array of too many elements is in the log with its bytes")
    func tooMany() async throws {
        let log = CapturedLog()
        let configuration = ListenerConfiguration(limits: ListenerLimits(elements: 2))
        try await listening(configuration, log: log, store: Self.nobody) { _, port in
            let answer = try await ask(port, curl("[1,2,3]"))
            #expect(answer.status == 413)
            #expect(log.lines.contains { $0.contains("bytes=7") && $0.contains("sample=[1,2,3]") })
        }
    }

    @Test("Once postbacks are stored again, the log says so, and how many were not")
    func recovery() async throws {
        struct Full: Error {}
        let log = CapturedLog()
        let storing: Storing = { events in if events.first?.dispatchID == "lost" { throw Full() } }
        try await listening(log: log, store: storing) { _, port in
            for body in Array(repeating: #"{"dispatch_id":"lost"}"#, count: 9) + ["{}", "{}"] {
                let answer = try await ask(port, curl(body))
                #expect(answer.status == (body == "{}" ? 200 : 503))
            }
            #expect(log.lines.filter { $0.contains("postback not stored") }.count == 5)
            #expect(
                log.lines.filter { $0.hasPrefix("notice") }
                    == ["notice postbacks are stored again not_stored=9 suppressed=4"]
            )
        }
    }

    @Test("Nothing of a request is logged, at any level")
    func silence() async throws {
        let log = CapturedLog()
        try await listening(log: log, store: { _ in }) { _, port in
            _ = try await ask(port, curl(#"{"dispatch_id":"confidential"}"#, headers: ["X-Word: confidential"]))
        }
        #expect(!log.lines.contains { $0.contains("confidential") })
    }
}
