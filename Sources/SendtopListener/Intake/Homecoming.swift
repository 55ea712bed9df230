import NIOCore
import Synchronization

/// Brings what the ledger says back to an event loop, for all requests of a commit at a time: to queue a task for each,
/// and to count each by itself, would take a good part of what an answer costs.
final class Homecoming: Sendable {
    /// The ledger's word for a request.
    private struct Arrival {
        let ticket: Ticket
        let error: (any Error)?
    }

    private struct State {
        var arrivals: [Arrival] = []
        /// An empty array with room for the next ones.
        var spare: [Arrival] = []
    }

    let eventLoop: any EventLoop
    private let backlog: Backlog
    private let journal: Journal
    private let state = Mutex(State())

    init(to eventLoop: any EventLoop, _ backlog: Backlog, _ journal: Journal) {
        self.eventLoop = eventLoop
        self.backlog = backlog
        self.journal = journal
    }

    /// Has the holder of a ticket answer on the event loop, after those of before.
    ///
    /// - Parameter error: why its events are not safe, unless they are.
    func bring(_ ticket: Ticket, _ error: (any Error)?) {
        let isFirst = state.withLock { state in
            state.arrivals.append(Arrival(ticket: ticket, error: error))
            return state.arrivals.count == 1
        }
        if isFirst { eventLoop.execute { self.run() } }
    }

    private func run() {
        var arrivals = state.withLock { state in
            let taken = state.arrivals
            state.arrivals = state.spare
            state.spare = []
            return taken
        }
        settle(arrivals)
        for arrival in arrivals { arrival.ticket.handler.answer(arrival.error == nil ? .stored : .unavailable) }
        arrivals.removeAll(keepingCapacity: true)
        state.withLock { $0.spare = arrivals }
    }

    /// Counts what has come, before anybody hears of it.
    private func settle(_ arrivals: [Arrival]) {
        var settlement = Settlement(backlog, journal)
        for arrival in arrivals { arrival.ticket.handler.settle(arrival.error, in: &settlement) }
        settlement.close()
    }
}
