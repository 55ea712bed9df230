import CoreMetrics
import NIOCore
import SendtopCore

/// Sums up what the ledger has said of some requests: each count has a lock or a line of memory that every event loop
/// wants, and is told once for all of them.
struct Settlement {
    private let backlog: Backlog
    private let journal: Journal
    private let now = NIODeadline.now()
    /// Requests that wait no more.
    private var requests = 0
    /// The room that requests of one client, one after the other, give back.
    private var claim = Backlog.Claim(client: nil)
    /// Postbacks that were stored, and are not told of yet.
    private var stored = 0
    private var events = 0
    private var last = Timestamp(milliseconds: 0)

    init(_ backlog: Backlog, _ journal: Journal) {
        self.backlog = backlog
        self.journal = journal
    }

    /// A request has been answered by the ledger, and gives its room back.
    mutating func leave(_ claim: inout Backlog.Claim) {
        requests += 1
        if claim.client != self.claim.client {
            backlog.release(&self.claim)
            self.claim = Backlog.Claim(client: claim.client)
        }
        self.claim.join(&claim)
    }

    /// A postback is in the ledger.
    mutating func took(_ deposit: Deposit) {
        journal.metrics.commit.recordNanoseconds((now - deposit.handover).nanoseconds)
        journal.metrics.answer.recordNanoseconds((now - deposit.begin).nanoseconds)
        stored += 1
        events += deposit.events
        last = deposit.at
    }

    /// A postback could not be stored, after those of before were.
    mutating func failed(_ error: any Error) {
        tellStored()
        journal.fail(.notStored, "\(error)")
    }

    /// Tells what is left to tell.
    mutating func close() {
        tellStored()
        backlog.release(&claim)
        backlog.leave(requests, at: now)
    }

    private mutating func tellStored() {
        guard stored > 0 else { return }
        journal.took(stored, events: events, at: last)
        stored = 0
        events = 0
    }
}
