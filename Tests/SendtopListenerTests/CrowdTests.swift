import SendtopCore
import SendtopListener
import TestSupport
import Testing

@Suite struct CrowdTests {
    private func idle(_ count: Int, _ port: Int, from address: String) async throws -> [RawConnection] {
        var all: [RawConnection] = []
        for _ in 0..<count { all.append(try await RawConnection.open(port, from: address)) }
        return all
    }

    @Test("A client that holds its share gets no more, and others are served")
    func share() async throws {
        let limits = ListenerLimits(connections: 100, connectionsPerAddress: 5)
        try await listening(ListenerConfiguration(limits: limits), store: { _ in }) { listener, port in
            let held = try await idle(5, port, from: "127.0.0.7")
            // The system takes connections before the listener does, which does not take them in order.
            for connection in held {
                try await connection.send(curl("", method: "GET", path: "/healthz"))
                #expect(try await connection.answer().status == 200)
            }
            try await RawConnection.open(port, from: "127.0.0.7").waitForEnd()
            #expect(listener.intake.refused == 1)
            #expect(try await ask(port, curl("{}")).status == 200)
            try await held[0].send(curl("{}"))
            #expect(try await held[0].answer().status == 200)
            try await held[1].close()
            try await eventually { () -> Bool? in
                let again = try await RawConnection.open(port, from: "127.0.0.7")
                // A refused connection may close before we write.
                try? await again.send(curl("{}"))
                if (try? await again.answer())?.status == 200 { return true }
                // It must not take the place that it waits for.
                try await again.close()
                return nil
            }
        }
    }

    @Test("When all places are taken, those that bring nothing make room")
    func full() async throws {
        let limits = ListenerLimits(connections: 10, connectionsPerAddress: 10)
        try await listening(ListenerConfiguration(limits: limits), store: { _ in }) { _, port in
            let held = try await idle(10, port, from: "127.0.0.7")
            for _ in 0..<20 {
                let answer = try await ask(port, curl("{}"))
                #expect(answer.status == 200)
            }
            withExtendedLifetime(held) {}
        }
    }

    @Test("A known proxy speaks for many, and has no share")
    func proxy() async throws {
        let limits = ListenerLimits(connections: 100, connectionsPerAddress: 2)
        let access = AccessPolicy(proxies: [try #require(IPRange("127.0.0.8"))])
        try await listening(ListenerConfiguration(limits: limits), access: access, store: { _ in }) { _, port in
            let held = try await idle(20, port, from: "127.0.0.8")
            for connection in held {
                try await connection.send(curl("{}"))
                #expect(try await connection.answer().status == 200)
            }
        }
    }

    @Test("A head that drips is cut off, counted, and never stored")
    func drippingHead() async throws {
        let limits = ListenerLimits(requestTimeout: .milliseconds(200))
        try await listening(ListenerConfiguration(limits: limits), store: AccessTests.nobody) { listener, port in
            let connection = try await RawConnection.open(port)
            try await connection.send("POST /postback HTTP/1.1\r\nHost: h\r\n")
            let dripping = Task {
                while true {
                    try await connection.send("X: y\r\n")
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            try await connection.waitForEnd()
            dripping.cancel()
            #expect(listener.intake.refused == 1)
        }
    }

    @Test("A connection without a request is closed after a while, and one that waits for the ledger is not")
    func idleTimeout() async throws {
        let gate = Gate()
        let limits = ListenerLimits(idleTimeout: .seconds(1))
        try await listening(ListenerConfiguration(limits: limits), store: { _ in await gate.pass() }) { _, port in
            let busy = try await RawConnection.open(port)
            try await busy.send(curl("{}"))
            try await eventually { await gate.waiting == 1 ? true : nil }
            try await RawConnection.open(port).waitForEnd()
            try await RawConnection.open(port).waitForEnd()
            await gate.open()
            #expect(try await busy.answer().status == 200)
        }
    }

    @Test("A head that is too large is told so", arguments: [1, 300])
    func largeHead(fields: Int) async throws {
        try await listening(store: AccessTests.nobody) { listener, port in
            let connection = try await RawConnection.open(port)
            let filler = String(repeating: "z", count: 40_000 / fields)
            try await connection.send(
                "POST /postback HTTP/1.1\r\n" + String(repeating: "X-A: \(filler)\r\n", count: fields)
            )
            #expect(try await connection.answer().status == 431)
            try await connection.waitForEnd()
            #expect(listener.intake.refused == 1)
        }
    }
}
