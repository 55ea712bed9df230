import SendtopCore
import SendtopUI
import Synchronization

/// The form's sends on their way: each is answered and in the ledger before the monitor ends.
final class Outbox: Sendable {
    private enum Item: Sendable {
        case look(dispatchID: String)
        case weigh(SendRequest)
        case send(SendRequest, requestID: String)
    }

    private let items: AsyncStream<Item>
    private let continuation: AsyncStream<Item>.Continuation
    private let unanswered = Atomic<Int>(0)

    /// Sends whose answers have not come.
    var sendsUnderWay: Int {
        unanswered.load(ordering: .relaxed)
    }

    init() {
        (items, continuation) = AsyncStream.makeStream(of: Item.self)
    }

    func put(_ request: SendRequest, requestID: String) {
        unanswered.wrappingAdd(1, ordering: .relaxed)
        continuation.yield(.send(request, requestID: requestID))
    }

    /// Asks for the mail of a send.
    func look(dispatchID: String) {
        continuation.yield(.look(dispatchID: dispatchID))
    }

    /// Asks what is risky about a request.
    func weigh(_ request: SendRequest) {
        continuation.yield(.weigh(request))
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
                    switch item {
                    case .look(let dispatchID):
                        let answer = await sender.message(of: dispatchID)
                        mailbox.post(.message(dispatchID: dispatchID, answer))
                    case .weigh(let request):
                        mailbox.post(.weighed(request, risk: await sender.risk(of: request)))
                    case .send(let request, let requestID):
                        let report = await sender.send(request, requestID: requestID)
                        self.unanswered.wrappingSubtract(1, ordering: .relaxed)
                        mailbox.post(.answered(report))
                    }
                }
            }
        }
    }
}
