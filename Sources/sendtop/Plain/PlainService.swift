import SendtopCore
import SendtopStore
import SendtopUI
import ServiceLifecycle

/// Prints one line an event, for pipes and screen readers: the newest few, then each as it comes.
struct PlainService: Service {
    let ledger: Ledger
    /// What the events are seen through.
    let mask: Mask?
    /// Lines of the past that are printed first.
    var past: Int64 = 10
    let line: PlainLine

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            // The end may come while something is read.
            do { try await follow() } catch  where Task.isCancelled {}
        }
    }

    private func follow() async throws {
        var repeats = RepeatWatch()
        let changes = ledger.changes()
        var cursor = max(0, try await ledger.info().lastSeq - past)
        cursor = try await printed(after: cursor, ledger.events(after: cursor, limit: 500), &repeats)
        for await _ in changes {
            while true {
                let events = try await ledger.events(after: cursor, limit: 500)
                if events.isEmpty { break }
                cursor = try await printed(after: cursor, events, &repeats)
            }
        }
    }

    private func printed(
        after cursor: Int64,
        _ events: [Event],
        _ repeats: inout RepeatWatch
    ) async throws -> Int64 {
        for event in try await shown(events) {
            let text = line.text(event, isRepeat: repeats.isRepeat(event))
            guard try Console.print(text) else { throw OutputClosed() }
        }
        return events.last?.seq ?? cursor
    }

    private func shown(_ events: [Event]) async throws -> [Event] {
        guard let mask else { return events }
        return try await ledger.masked(events, by: mask)
    }
}
