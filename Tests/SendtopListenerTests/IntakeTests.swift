import SendtopCore
import SendtopListener
import TestSupport
import Testing

@Suite struct IntakeTests {
    @Test("The page's five examples arrive in order, byte for byte")
    func examples() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { listener, port in
            for body in PagePostbacks.all {
                let answer = try await ask(port, curl(body))
                #expect(answer.status == 200)
                #expect(answer.body == #"{"message":"success"}"#)
                #expect(answer.headers["content-type"] == "application/json")
            }
            let all = await events.all
            #expect(all.map { String(decoding: $0.body, as: UTF8.self) } == PagePostbacks.all)
            #expect(all.map(\.status) == ["sent", "processed", "aborted", "delivered", "bounced"])
            #expect(Set(all.map(\.dispatchID)) == ["acf471119f7449d579e8089032003ded"])
            #expect(Set(all.map(\.kind)) == [.postback])
            #expect(Set(all.map(\.at)) == [testNow])
            #expect(Set(all.map(\.source)) == ["127.0.0.1"])
            #expect(listener.intake.taken == 5)
            #expect(listener.intake.lastAt == testNow)
        }
    }

    @Test("The legacy body arrives under its send_id")
    func legacy() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            #expect(try await ask(port, curl(PagePostbacks.legacy)).status == 200)
            let event = try #require(await events.all.first)
            #expect(event.dispatchID == "6f2c9c1e-6a0a-4b7e-9d53-0c6d2a1b4e77")
            #expect(event.status == "Email Delivered")
        }
    }

    @Test(
        "Any content type will do, and none",
        arguments: [
            [], ["Content-Type: application/x-www-form-urlencoded"], ["Content-Type: text/plain; charset=utf-16"],
            ["Content-Type: nonsense"], ["Content-Type: application/json", "Content-Encoding: identity"],
        ]
    )
    func contentType(headers: [String]) async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let answer = try await ask(port, curl(PagePostbacks.sent, headers: headers))
            #expect(answer.status == 200)
            #expect(await events.all.count == 1)
        }
    }

    @Test("Headers are kept, but those that carry secrets are not")
    func headers() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let headers = [
                "Authorization: Basic c2VjcmV0", "Cookie: a=secret", "PROXY-AUTHORIZATION: secret", "X-Twice: 1",
                "X-Twice: 2",
            ]
            _ = try await ask(port, curl("{}", headers: headers))
            let kept = try #require(await events.all.first).headers.map { "\($0.name): \($0.value)" }
            #expect(
                kept == [
                    "Host: 127.0.0.1:7363", "User-Agent: curl/8.5.0", "Accept: */*", "Content-Length: 2",
                    "X-Twice: 1", "X-Twice: 2",
                ]
            )
        }
    }

    @Test("An array is one event an element, stored at once, each with its own bytes")
    func array() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let body = #" [ {"dispatch_id":"a","status":"sent"} , {"dispatch_id": "b"},7 ]"#
            let answer = try await ask(port, curl(body))
            #expect(answer.status == 200)
            let all = await events.all
            #expect(
                all.map { String(decoding: $0.body, as: UTF8.self) }
                    == [#"{"dispatch_id":"a","status":"sent"}"#, #"{"dispatch_id": "b"}"#, "7"]
            )
            #expect(all.map(\.dispatchID) == ["a", "b", nil])
            #expect(await events.batches == 1)
        }
    }

    @Test("An object without a known id, and an empty array, are taken")
    func unknown() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let answer = try await ask(port, curl(#"{"hello":"world"}"#))
            #expect(answer.status == 200)
            #expect(try await ask(port, curl("[]")).status == 200)
            #expect(await events.all.map(\.dispatchID) == [nil])
        }
    }

    @Test("A byte order mark is taken and kept")
    func byteOrderMark() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let answer = try await ask(port, curl("\u{FEFF}{}\r\n"))
            #expect(answer.status == 200)
            #expect(await events.all.first?.body == Array("\u{FEFF}{}\r\n".utf8))
        }
    }

    @Test("Bytes in a text that are no UTF-8 are taken and kept, each element with its own")
    func strayBytes() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let first = Array(#"{"dispatch_id":"a","status":"sent","x":"caf"#.utf8) + [0xE9] + Array(#""}"#.utf8)
            let body = Array("[".utf8) + first + Array(#",{"dispatch_id":"b"}]"#.utf8)
            let head = "POST /postback HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n"
            let connection = try await RawConnection.open(port)
            try await connection.send(Array(head.utf8) + body)
            #expect(try await connection.answer().status == 200)
            #expect(await events.all.map(\.body) == [first, Array(#"{"dispatch_id":"b"}"#.utf8)])
            #expect(await events.all.map(\.dispatchID) == ["a", "b"])
            try await connection.close()
        }
    }

    @Test("Many postbacks come over one connection, also before the first is answered")
    func pipeline() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(String(repeating: curl(PagePostbacks.sent), count: 20))
            for _ in 0..<20 { #expect(try await connection.answer().status == 200) }
            #expect(await events.all.count == 20)
            try await connection.close()
        }
    }

    @Test("A body in pieces and in chunks is put together")
    func chunks() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(
                "POST /postback HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{\""
            )
            try await connection.send("\r\n5\r\na\":1}\r\n0\r\n\r\n")
            #expect(try await connection.answer().status == 200)
            let request = curl(#"{"b":2}"#)
            try await connection.send(String(request.dropLast(3)))
            try await connection.send(String(request.suffix(3)))
            #expect(try await connection.answer().status == 200)
            let bodies = await events.all.map { String(decoding: $0.body, as: UTF8.self) }
            #expect(bodies == [#"{"a":1}"#, #"{"b":2}"#])
            try await connection.close()
        }
    }

    @Test("The path can be another, a query is passed over, a slash at its end makes no difference")
    func path() async throws {
        let events = Events()
        let configuration = ListenerConfiguration(path: "hooks/mail/")
        try await listening(configuration, store: { await events.append($0) }) { listener, port in
            #expect(listener.intake.url == "http://127.0.0.1:\(port)/hooks/mail")
            for path in ["/hooks/mail", "/hooks/mail/", "/hooks/mail?x=1", "/hooks/mail/?"] {
                let answer = try await ask(port, curl("{}", path: path))
                #expect(answer.status == 200)
            }
            #expect(try await ask(port, curl("{}", path: "/postback")).status == 404)
            #expect(await events.all.count == 4)
        }
    }

    @Test("A sender that waits for 100 Continue gets it")
    func expectation() async throws {
        let events = Events()
        try await listening(store: { await events.append($0) }) { _, port in
            let connection = try await RawConnection.open(port)
            let request = curl("{}", headers: ["Expect: 100-continue"])
            try await connection.send(String(request.dropLast(2)))
            #expect(try await connection.answer().status == 100)
            try await connection.send("{}")
            #expect(try await connection.answer().status == 200)
            try await connection.close()
        }
    }
}
