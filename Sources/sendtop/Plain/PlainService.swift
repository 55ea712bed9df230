import SendtopCore
import SendtopStore
import SendtopUI
import ServiceLifecycle

/// Prints one line an event, for pipes and screen readers: the newest few, then each as it comes.
struct PlainService: Service {
    let ledger: Ledger
    /// Lines of the past that are printed first.
    var past: Int64 = 10
    /// A terminal without UTF-8 gets ASCII; a pipe gets what there is.
    private let glyphs: Glyphs = Console.isTerminal && !Console.isUTF8 ? .ascii : .unicode

    init(ledger: Ledger) {
        self.ledger = ledger
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await follow()
        }
    }

    private func follow() async throws {
        let changes = ledger.changes()
        var cursor = max(0, try await ledger.info().lastSeq - past)
        cursor = try printed(after: cursor, await ledger.events(after: cursor, limit: 500))
        for await _ in changes {
            while true {
                let events = try await ledger.events(after: cursor, limit: 500)
                if events.isEmpty { break }
                cursor = try printed(after: cursor, events)
            }
        }
    }

    private func printed(after cursor: Int64, _ events: [Event]) throws -> Int64 {
        for event in events {
            guard Console.print(PlainLine.line(for: event, glyphs: glyphs)) else { throw OutputClosed() }
        }
        return events.last?.seq ?? cursor
    }
}
