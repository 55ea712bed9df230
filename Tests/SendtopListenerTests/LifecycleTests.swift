import Foundation
import SendtopCore
import SendtopListener
import ServiceLifecycle
import TestSupport
import Testing

@Suite struct LifecycleTests {
    private struct DiskFull: Error, CustomStringConvertible {
        let description = "the disk\u{1b}[2J is full"
    }

    @Test("A postback that could not be stored is to come again")
    func sinkFails() async throws {
        let log = CapturedLog()
        try await listening(log: log, store: { _ in throw DiskFull() }) { listener, port in
            let answer = try await ask(port, curl("{}"))
            #expect(answer.status == 503)
            #expect(answer.headers["retry-after"] == "5")
            #expect(answer.body == #"{"message":"The postback could not be stored. Please retry."}"#)
            #expect(listener.intake.failed == 1)
            #expect(listener.intake.taken == 0)
            #expect(listener.intake.problem == "the disk\u{1b}[2J is full")
            let line = log.lines.last { $0.hasPrefix("error") }
            #expect(
                line == "error postback not stored reason=the disk␛[2J is full "
                    + "suppressed=0"
            )
        }
    }

    @Test("A ledger that works again clears the problem")
    func sinkRecovers() async throws {
        let events = Events()
        let store: Storing = { batch in
            if await events.batches == 0 {
                await events.append([])
                throw DiskFull()
            }
            await events.append(batch)
        }
        try await listening(store: store) { listener, port in
            let answer = try await ask(port, curl("{}"))
            #expect(answer.status == 503)
            #expect(try await ask(port, curl("{}")).status == 200)
            #expect(listener.intake.problem == nil)
        }
    }

    @Test("Nothing is answered 200 before the sink has returned")
    func slowSink() async throws {
        let gate = Gate()
        try await listening(store: { _ in await gate.pass() }) { listener, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(curl("{}"))
            try await eventually { await gate.waiting == 1 ? true : nil }
            #expect(listener.intake.taken == 0)
            await gate.open()
            #expect(try await connection.answer().status == 200)
            #expect(listener.intake.taken == 1)
            try await connection.close()
        }
    }

    @Test("A listener that is told to stop answers what it holds, and takes no more")
    func stop() async throws {
        let gate = Gate()
        let log = CapturedLog()
        let listener = Listener(
            configuration: ListenerConfiguration(port: 0),
            logger: log.logger,
            store: calling { _ in
                await gate.pass()
                try Task.checkCancellation()
            },
            now: { testNow }
        )
        let (ports, bound) = AsyncStream.makeStream(of: Int.self)
        let running = Task { try await listener.run { bound.yield($0) } }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        let idle = try await RawConnection.open(port)
        let busy = try await RawConnection.open(port)
        try await busy.send(curl("{}"))
        try await eventually { await gate.waiting == 1 ? true : nil }
        running.cancel()
        try await idle.waitForEnd()
        // Connections and the port are closed on different threads.
        try await eventually { await (try? RawConnection.open(port)) == nil ? true : nil }
        await gate.open()
        #expect(try await busy.answer().status == 200)
        try await busy.waitForEnd()
        try await running.value
        #expect(listener.intake.url == nil)
        #expect(listener.intake.taken == 1)
    }

    @Test("A service group that shuts down gracefully lets it answer what it holds")
    func gracefulShutdown() async throws {
        let gate = Gate()
        let listener = Listener(
            configuration: ListenerConfiguration(port: 0),
            logger: CapturedLog().logger,
            store: calling { _ in await gate.pass() },
            now: { testNow }
        )
        let group = ServiceGroup(services: [ListenerService(listener: listener)], logger: CapturedLog().logger)
        let running = Task { try await group.run() }
        let url = try await eventually { listener.intake.url }
        let port = try #require(url.split(separator: ":").last?.prefix { $0 != "/" }).description
        let connection = try await RawConnection.open(try #require(Int(port)))
        try await connection.send(curl("{}"))
        try await eventually { await gate.waiting == 1 ? true : nil }
        await group.triggerGracefulShutdown()
        await gate.open()
        #expect(try await connection.answer().status == 200)
        try await running.value
    }

    private struct ListenerService: Service {
        let listener: Listener

        func run() async throws {
            try await listener.run()
        }
    }

    @Test("A listener that is told to stop before it began just ends")
    func stopEarly() async throws {
        let listener = Listener(
            configuration: ListenerConfiguration(port: 0),
            logger: CapturedLog().logger,
            store: calling { _ in },
            now: { testNow }
        )
        for _ in 0..<20 {
            let running = Task { try await listener.run() }
            running.cancel()
            try await running.value
        }
    }

    @Test("A port that is taken is named, with what to do")
    func portTaken() async throws {
        try await listening(store: { _ in }) { _, port in
            let second = Listener(
                configuration: ListenerConfiguration(port: port),
                logger: CapturedLog().logger,
                store: calling { _ in },
                now: { testNow }
            )
            let name = try String(contentsOfFile: "/proc/self/comm", encoding: .utf8).trimmingCharacters(in: .newlines)
            let sentence =
                "Cannot listen on 127.0.0.1:\(port): process \(getpid()) (\(name)) has this port; stop it, or choose "
                + "another with --listen HOST:PORT."
            let error = await #expect(throws: ListenerError.self) { try await second.run() }
            #expect(error?.description == sentence)
            #expect(second.intake.problem == sentence)
            #expect(second.intake.url == nil)
        }
    }

    @Test(
        "Addresses that cannot be listened on are told apart",
        arguments: [("192.0.2.1", ListenerError.Obstacle.notOurs), ("sendtop.invalid", .unknownHost)]
    )
    func address(host: String, obstacle: ListenerError.Obstacle) async throws {
        let listener = Listener(
            configuration: ListenerConfiguration(host: host, port: 7363),
            logger: CapturedLog().logger,
            store: calling { _ in },
            now: { testNow }
        )
        await #expect(throws: ListenerError.cannotListen(host: host, port: 7363, obstacle)) {
            try await listener.run()
        }
    }

    @Test("Those who watch see the newest counts, and the first at once")
    func changes() async throws {
        try await listening(store: { _ in }) { listener, port in
            var changes = listener.intakeChanges().makeAsyncIterator()
            #expect(await changes.next()?.taken == 0)
            for _ in 0..<3 { _ = try await ask(port, curl("{}")) }
            #expect(await changes.next()?.taken == 3)
        }
    }
}
