import SendtopCore
import SendtopListener
import Testing

@Suite struct FramingTests {
    private func request(_ version: String, _ fields: [String], body: String = "") -> String {
        (["POST /postback HTTP/\(version)"] + fields).joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    @Test(
        "A head that nobody can rely on is refused, nothing of the request is stored, and the connection ends",
        arguments: [
            ("1.1", ["Content-Length: 2"], 400), ("1.1", ["Host: a", "host: a", "Content-Length: 2"], 400),
            ("1.0", ["Host: a", "Host: b", "Content-Length: 2"], 400),
            ("1.0", ["Transfer-Encoding: chunked", "Connection: keep-alive"], 400),
            ("1.1", ["Host: h", "Transfer-Encoding: gzip, chunked"], 501),
            ("1.1", ["Host: h", "Transfer-Encoding: gzip", "TRANSFER-ENCODING: chunked"], 501),
        ] as [(String, [String], Int)]
    )
    func refused(version: String, fields: [String], status: Int) async throws {
        try await listening(store: AccessTests.nobody) { listener, port in
            let connection = try await RawConnection.open(port)
            let body = fields.contains("Content-Length: 2") ? "{}" : "2\r\n{}\r\n0\r\n\r\n"
            try await connection.send(request(version, fields, body: body))
            let answer = try await connection.answer()
            #expect(answer.status == status)
            #expect(answer.headers["connection"] == "close")
            try await connection.waitForEnd()
            #expect(listener.intake.refused == 1)
        }
    }

    @Test(
        "What the parser gives up on is answered with what is wrong, and the connection ends",
        arguments: [
            ("BREW /postback HTTP/1.1", "", "no method"), ("\u{16}\u{3}\u{1}\u{2}", "", "https://"),
            ("POST /postback HTTP/4.2", "", "versions 1.0 and 1.1"),
            ("POST /postback HTTP/1.1", "Content-Length: 2\r\nContent-Length: 3", "given twice"),
            ("POST /postback HTTP/1.1", "Content-Length: two", "Content-Length is no number"),
            ("POST /postback HTTP/1.1", "Na me: value", "characters that it must not"),
            ("POST /postback HTTP/1.1", "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}", "size of a chunk"),
        ]
    )
    func unreadable(line: String, fields: String, sentence: String) async throws {
        try await listening(store: AccessTests.nobody) { listener, port in
            let connection = try await RawConnection.open(port)
            try await connection.send("\(line)\r\nHost: h\r\n\(fields)\r\n\r\n{}")
            let answer = try await connection.answer()
            #expect(answer.status == 400)
            #expect(answer.body.contains(sentence))
            try await connection.waitForEnd()
            #expect(listener.intake.refused == 1)
        }
    }

    @Test(
        "Requests of the older version, and chunks in any case, are taken",
        arguments: [
            ("1.0", ["Content-Length: 2"], "{}"), ("1.0", ["Host: h", "Content-Length: 2"], "{}"),
            ("1.1", ["HOST:", "Transfer-encoding: Chunked"], "2\r\n{}\r\n0\r\n\r\n"),
        ] as [(String, [String], String)]
    )
    func taken(version: String, fields: [String], body: String) async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let answer = try await ask(port, request(version, fields, body: body))
            #expect(answer.status == 200)
            #expect(await events.all.count == 1)
        }
    }

    @Test("A sender of the older version that would stay is told that this is the last answer, and gets its end")
    func older() async throws {
        try await listening(store: { _ in }) { _, port in
            let connection = try await RawConnection.open(port)
            let fields = ["Connection: keep-alive", "Content-Length: 2"]
            try await connection.send(request("1.0", fields, body: "{}"))
            let answer = try await connection.answer()
            #expect(answer.status == 200 && answer.headers["connection"] == "close")
            try await connection.waitForEnd()
        }
    }

    @Test("A sender that waits for 100 Continue gets it in any case, and one of the older version never")
    func expectation() async throws {
        try await listening(store: { _ in }) { _, port in
            let fields = ["Host: h", "Content-Length: 2", "expect: 100-Continue"]
            let connection = try await RawConnection.open(port)
            try await connection.send(request("1.1", fields))
            #expect(try await connection.answer().status == 100)
            try await connection.send("{}")
            #expect(try await connection.answer().status == 200)
            #expect(try await ask(port, request("1.0", fields, body: "{}")).status == 200)
        }
    }

    @Test(
        "A length that no number holds is over the limit",
        arguments: ["9223372036854775808", "18446744073709551615"]
    )
    func length(_ length: String) async throws {
        try await listening(store: AccessTests.nobody) { _, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(request("1.1", ["Host: h", "Content-Length: \(length)"]))
            #expect(try await connection.answer().status == 413)
            try await connection.close()
        }
    }

    @Test("A request that is refused and never comes whole has one answer, and nobody waits for the rest")
    func cut() async throws {
        let limits = ListenerLimits(requestTimeout: .seconds(600))
        try await listening(ListenerConfiguration(limits: limits), store: AccessTests.nobody) { listener, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(request("1.1", ["Host: h", "Content-Length: 2000000"], body: "{"))
            #expect(try await connection.answer().status == 413)
            await connection.finish()
            try await connection.waitForEnd()
            #expect(connection.received.isEmpty)
            #expect(listener.intake.refused == 1)
        }
    }

    @Test("What comes after a request that ends the connection does not count", arguments: ["", "Proxy-"])
    func afterwards(prefix: String) async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { listener, port in
            let connection = try await RawConnection.open(port)
            let fields = ["Host: h", "\(prefix)Connection: close", "Content-Length: 2"]
            let last = request("1.1", fields, body: "{}")
            try await connection.send(last + last)
            #expect(try await connection.answer().headers["connection"] == "close")
            try await connection.waitForEnd()
            #expect(connection.received.isEmpty)
            #expect(await events.all.count == 1)
            #expect(listener.intake.refused == 0)
        }
    }
}
