import Foundation
import GRDB
import SendtopCore
import SendtopStore
import TestSupport
import Testing

@Suite struct AppendTests {
    @Test("Events come back in order of arrival, byte for byte")
    func events() async throws {
        try await withLedger { ledger in
            let events = try PagePostbacks.events()
            let sequence = try await ledger.append(events)
            #expect(sequence == [1, 2, 3, 4, 5])
            let stored = try await ledger.events(after: 0, limit: 10)
            #expect(stored.map(\.body) == PagePostbacks.all.map { Array($0.utf8) })
            #expect(stored.map(\.seq) == sequence)
            #expect(stored.map(\.at) == events.map(\.at))
            #expect(stored.allSatisfy { $0.source == "203.0.113.7" && $0.headers == events[0].headers })
            #expect(try await ledger.events(after: 3, limit: 1).map(\.seq) == [4])
        }
    }

    @Test("Bodies of any bytes survive")
    func bytes() async throws {
        try await withLedger { ledger in
            let bodies: [[UInt8]] = [[], [0], Array(0...255), [0xFF, 0xFE, 0x00, 0x7B]]
            _ = try await ledger.append(bodies.map { Event(at: noon, kind: .postback, body: $0) })
            #expect(try await ledger.events(after: 0, limit: 9).map(\.body) == bodies)
        }
    }

    @Test("Secrets among the headers are not stored")
    func secrets() async throws {
        try await withLedger { ledger in
            let headers = ["Authorization", "COOKIE", "X-Trace", "proxy-authorization"].map {
                Event.Header(name: $0, value: "a: b\nInjected: c")
            }
            _ = try await ledger.append([Event(at: noon, kind: .postback, headers: headers, body: [])])
            let stored = try await ledger.events(after: 0, limit: 1).first?.headers
            #expect(stored == [Event.Header(name: "X-Trace", value: "a: b Injected: c")])
            let file = try Data(contentsOf: URL(fileURLWithPath: ledger.path + "-wal"))
            #expect(!file.isEmpty && file.range(of: Data("uthorization".utf8)) == nil)
        }
    }

    @Test("Each event keeps the headers that it came with, shared with others, gone again, long or none")
    func headers() async throws {
        try await withLedger { ledger in
            let shared = [Event.Header(name: "Host", value: "shared.example")]
            var texts: [String] = []
            for number in 0..<600 {
                // Most are gone when the next ones come, and those may come to be at their place.
                let value = String(repeating: "\(number),", count: 1 + number % 400)
                let own = [Event.Header(name: "X-Number", value: value)]
                let all = [shared, own, [], own]
                texts += all.map { $0.first?.value ?? "" }
                _ = try await ledger.append(all.map { Event(at: noon, kind: .postback, headers: $0, body: []) })
            }
            let stored = try await ledger.events(after: 0, limit: texts.count + 1)
            #expect(stored.map { $0.headers.first?.value ?? "" } == texts)
        }
    }

    @Test("Ids that differ after a NUL stay two ids")
    func nul() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("a\0b", "sent"), postback("a\0c", "sent"))
            #expect(try await ledger.allSends().map(\.send.dispatchID) == ["a\\u{0}b", "a\\u{0}c"])
        }
    }

    @Test("What was escaped when it came is kept as it is")
    func escapedOnce() async throws {
        try await withLedger { ledger in
            let body = Array(#"{"dispatch_id":"a\u0000b","status":"x\u0001y"}"#.utf8)
            _ = try await ledger.append(Event.postbacks(body: body, at: noon, source: nil, headers: []))
            let event = try #require(await ledger.events(after: 0, limit: 1).first)
            #expect(event.dispatchID == #"a\u{0}b"#)
            #expect(event.status == #"x\u{1}y"#)
            // As a recording of it says it.
            _ = try await ledger.append([event])
            #expect(try await ledger.events(after: 1, limit: 1).first?.dispatchID == event.dispatchID)
            try await ledger.project()
            #expect(try await ledger.allSends().map(\.send.dispatchID) == [#"a\u{0}b"#])
        }
    }

    @Test("Events appended at once get one number each, in each one's order")
    func concurrent() async throws {
        try await withLedger { ledger in
            let groups = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for writer in 0..<200 {
                    group.addTask {
                        try await ledger.append((0..<3).map { postback("\(writer)", "sent", ["n": "\($0)"]) })
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(groups.allSatisfy { $0 == [$0[0], $0[0] + 1, $0[0] + 2] })
            #expect(Set(groups.joined()) == Set(1...600))
            #expect(try await ledger.events(after: 0, limit: 1_000).count == 600)
        }
    }

    @Test("A cancelled task's events are committed all the same")
    func cancelled() async throws {
        try await withLedger { ledger in
            let task = Task { try await ledger.append([postback("a", "sent")]) }
            task.cancel()
            let sequence = try await task.value
            #expect(sequence == [1])
        }
    }

    @Test("A closed ledger takes no events")
    func closed() async throws {
        try await withFolder { folder in
            let ledger = try open(folder + "/closed.sqlite")
            await ledger.close()
            await #expect(throws: LedgerError(path: ledger.path, problem: .closed)) {
                try await ledger.append([postback("a", "sent")])
            }
        }
    }
}
