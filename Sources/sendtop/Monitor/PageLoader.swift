import SendtopCore
import SendtopStore
import SendtopUI

/// Asks the ledger for pages, one request at a time; of the requests that wait only the newest is kept.
@MainActor
final class PageLoader {
    private let source: PageSource
    private let mailbox: Mailbox
    private var running: (request: PageRequest, task: Task<Void, Never>)?
    private var waiting: PageRequest?

    init(ledger: Ledger, mask: Mask?, mailbox: Mailbox) {
        source = PageSource(ledger: ledger, mask: mask)
        self.mailbox = mailbox
    }

    /// Asks for a page; a running request for another filter is given up, since nobody wants its answer.
    func load(_ request: PageRequest) {
        guard let running else {
            start(request)
            return
        }
        waiting = request
        if running.request.filter != request.filter { running.task.cancel() }
    }

    /// Gives up what is running.
    func stop() async {
        waiting = nil
        running?.task.cancel()
        await running?.task.value
    }

    private func start(_ request: PageRequest) {
        let task = Task {
            do {
                try await source.load(request, now: .now()) { @MainActor page in
                    guard !Task.isCancelled else { return false }
                    mailbox.post(.loaded(request, page))
                    return goesOn(request, isSearched: page.isSearched)
                }
            } catch {
                if !Task.isCancelled { mailbox.post(.loadFailed("\(error)")) }
            }
            running = nil
            if let next = waiting {
                waiting = nil
                start(next)
            }
        }
        running = (request, task)
    }

    /// Whether the rest of an answer is still wanted: a mere refresh waits until the rows are there, so that a search
    /// gets to its end also while the ledger keeps changing.
    private func goesOn(_ request: PageRequest, isSearched: Bool) -> Bool {
        guard let waiting else { return true }
        return !isSearched && waiting.filter == request.filter && waiting.order == request.order
            && waiting.anchor == request.anchor
    }
}
