import SendtopCore
import SendtopListener
import Synchronization
import TestSupport
import Testing

@Suite struct BackPressureTests {
    @Test("A ledger that answers nothing makes new senders come again, and those that wait are answered late")
    func stalled() async throws {
        let gate = Gate()
        let limits = ListenerLimits(patience: .milliseconds(50))
        try await listening(ListenerConfiguration(limits: limits), store: { _ in await gate.pass() }) {
            listener,
            port in
            let first = try await RawConnection.open(port)
            try await first.send(curl("{}"))
            try await eventually { await gate.waiting == 1 ? true : nil }
            let refused = try await eventually { () -> RawAnswer? in
                let answer = try await ask(port, curl("", method: "GET", path: "/readyz"))
                return answer.status == 503 ? answer : nil
            }
            #expect(refused.headers["retry-after"] == "5")
            let late = try await ask(port, curl("{}"))
            #expect(late.status == 503)
            #expect(late.headers["retry-after"] == "5")
            #expect(await gate.waiting == 1)
            await gate.open()
            #expect(try await first.answer().status == 200)
            #expect(try await ask(port, curl("{}")).status == 200)
            #expect(try await ask(port, curl("", method: "GET", path: "/readyz")).status == 200)
            #expect(listener.intake.problem == nil)
        }
    }

    @Test("What waits for the ledger takes no more than its room, and one client no more than half of it")
    func room() async throws {
        let gate = Gate()
        let limits = ListenerLimits(pendingBytes: 200_000, patience: .seconds(600))
        try await listening(ListenerConfiguration(limits: limits), store: { _ in await gate.pass() }) { _, port in
            let body = #"{"x":""# + String(repeating: "y", count: 60_000) + #""}"#
            let first = try await RawConnection.open(port)
            try await first.send(curl(body))
            try await eventually { await gate.waiting == 1 ? true : nil }
            #expect(try await ask(port, curl(body)).status == 503)
            let elsewhere = try await RawConnection.open(port, from: "127.0.0.2")
            try await elsewhere.send(curl(body))
            try await eventually { await gate.waiting == 2 ? true : nil }
            await gate.open()
            #expect(try await first.answer().status == 200)
            #expect(try await elsewhere.answer().status == 200)
            #expect(try await ask(port, curl(body)).status == 200)
        }
    }

    @Test("Each event of a body takes room, not its bytes alone")
    func roomOfEvents() async throws {
        let limits = ListenerLimits(pendingBytes: 200_000)
        try await listening(ListenerConfiguration(limits: limits), store: { _ in }) { _, port in
            let many = "[" + String(repeating: "1,", count: 499) + "1]"
            let refused = try await ask(port, curl(many))
            #expect(refused.status == 503)
            #expect(try await ask(port, curl("[1,1]")).status == 200)
        }
    }

    @Test("A ledger that fails makes the listener unready for a while, and works again by itself")
    func unready() async throws {
        struct DiskFull: Error {}
        let isFull = Mutex(true)
        let store: Storing = { _ in if isFull.withLock({ $0 }) { throw DiskFull() } }
        try await listening(store: store) { _, port in
            let ready = try await ask(port, curl("", method: "GET", path: "/readyz"))
            #expect(ready.body == "ready")
            #expect(try await ask(port, curl("{}")).status == 503)
            let unready = try await ask(port, curl("", method: "GET", path: "/readyz"))
            #expect(unready.status == 503)
            #expect(unready.headers["retry-after"] == "5")
            isFull.withLock { $0 = false }
            #expect(try await ask(port, curl("{}")).status == 200)
            #expect(try await ask(port, curl("", method: "GET", path: "/readyz")).status == 200)
        }
    }
}
