import SendtopCore
import SendtopStore
import SendtopUI

/// Asks the ledger for pages, one at a time; of the requests that wait only the newest is kept.
@MainActor
final class PageLoader {
    private let ledger: Ledger
    private let mailbox: Mailbox
    private var running: (request: PageRequest, task: Task<Void, Never>)?
    private var waiting: PageRequest?

    init(ledger: Ledger, mailbox: Mailbox) {
        self.ledger = ledger
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
                let page = try await ledger.page(request, now: .now())
                if !Task.isCancelled { mailbox.post(.loaded(request, page)) }
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
}
