import SendtopCore
import SendtopUI

/// The form's sends on their way: each is answered and in the ledger before the monitor ends.
struct Outbox: Sendable {
    private struct Item: Sendable {
        var request: SendRequest
        var requestID: String
    }

    private let items: AsyncStream<Item>
    private let continuation: AsyncStream<Item>.Continuation

    init() {
        (items, continuation) = AsyncStream.makeStream(of: Item.self)
    }

    func put(_ request: SendRequest, requestID: String) {
        continuation.yield(Item(request: request, requestID: requestID))
    }

    /// Says that nothing more comes.
    func close() {
        continuation.finish()
    }

    /// Sends what comes, several at once, until it is closed and all is answered.
    func run(_ sender: MonitorSender, mailbox: Mailbox) async {
        await withDiscardingTaskGroup { group in
            for await item in items {
                group.addTask {
                    mailbox.post(.answered(await sender.send(item.request, requestID: item.requestID)))
                }
            }
        }
    }
}
