import SendtopCore
import SendtopListener
import TestSupport
import Testing

@Suite struct LimitTests {
    /// A postback of so many bytes.
    private func postback(bytes: Int) -> String {
        let frame = #"{"x":""}"#
        return #"{"x":""# + String(repeating: "y", count: bytes - frame.utf8.count) + #""}"#
    }

    @Test("A postback of the very limit is taken, with and without its length")
    func atLimit() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let body = postback(bytes: 1 << 20)
            let answer = try await ask(port, curl(body))
            #expect(answer.status == 200)
            #expect(try await ask(port, chunked(body)).status == 200)
            #expect(await events.all.map(\.body.count) == [1 << 20, 1 << 20])
        }
    }

    @Test("One byte more is refused, with and without its length")
    func overLimit() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { listener, port in
            let body = postback(bytes: 1 << 20 + 1)
            for request in [curl(body), chunked(body)] {
                let connection = try await RawConnection.open(port)
                try await connection.send(request)
                let answer = try await connection.answer()
                try await connection.waitForEnd()
                #expect(answer.status == 413)
                #expect(answer.body == #"{"message":"The body has more than 1048576 bytes."}"#)
                #expect(answer.headers["connection"] == "close")
            }
            #expect(await events.all.isEmpty)
            #expect(listener.intake.refused == 2)
        }
    }

    @Test("A sender that asks first is refused before it sends a body that is too large")
    func askedFirst() async throws {
        try await listening(store: { _ in }) { _, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(
                "POST /postback HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n\r\n"
            )
            #expect(try await connection.answer().status == 413)
            try await connection.close()
        }
    }

    @Test("A sender that goes on without end is cut off", arguments: ["/postback", "/nowhere"])
    func endless(path: String) async throws {
        let configuration = ListenerConfiguration(limits: ListenerLimits(body: 1_000))
        try await listening(configuration, store: { _ in }) { _, port in
            let connection = try await RawConnection.open(port)
            try await connection.send("POST \(path) HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "400\r\n\(String(repeating: "x", count: 1_024))\r\n"
            let sending = Task {
                while true { try await connection.send(chunk) }
            }
            #expect(try await [404, 413].contains(connection.answer().status))
            try await connection.waitForEnd()
            sending.cancel()
        }
    }

    @Test("An array of more elements than may be is refused as a whole, and the connection goes on")
    func elements() async throws {
        let events = Events()
        let configuration = ListenerConfiguration(limits: ListenerLimits(elements: 3))
        try await listening(configuration, store: { await events.append($0) }) { listener, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(curl("[1,2,3,4]"))
            let answer = try await connection.answer()
            #expect(answer.status == 413)
            #expect(
                answer.body == #"{"message":"The array has 4 elements, and at most 3 are taken in one request."}"#
            )
            #expect(await events.all.isEmpty)
            #expect(listener.intake.refused == 1)
            try await connection.send(curl("[1,2,3]"))
            #expect(try await connection.answer().status == 200)
            #expect(await events.all.count == 3)
            try await connection.close()
        }
    }

    @Test("A body that drips or stalls is cut off, is no event, and is said to have come too slowly")
    func slow() async throws {
        let events = Events()
        let log = CapturedLog()
        let configuration = ListenerConfiguration(limits: ListenerLimits(requestTimeout: .milliseconds(200)))
        try await listening(configuration, log: log, store: { await events.append($0) }) { _, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(
                "POST /postback HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
            )
            let dripping = Task {
                while true {
                    try await connection.send("1\r\n \r\n")
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            try await connection.waitForEnd()
            dripping.cancel()
            #expect(await events.all.isEmpty)
            #expect(log.lines.count { $0.contains("The body of the request came too slowly.") } == 1)
            #expect(!log.lines.contains { $0.contains("ended too early") })
        }
    }

    @Test("A body whose sender goes away is no event")
    func cut() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { listener, port in
            for request in [
                "POST /postback HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n{}",
                "POST /postback HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
            ] {
                let connection = try await RawConnection.open(port)
                try await connection.send(request)
                try await connection.close()
            }
            try await eventually { listener.intake.refused == 2 ? true : nil }
            #expect(await events.all.isEmpty)
        }
    }

    private func chunked(_ body: String) -> String {
        let middle = body.index(body.startIndex, offsetBy: body.count / 2)
        let chunks = [body[..<middle], body[middle...]].map { part in
            "\(String(part.utf8.count, radix: 16))\r\n\(part)\r\n"
        }
        return "POST /postback HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks.joined())0\r\n\r\n"
    }
}
