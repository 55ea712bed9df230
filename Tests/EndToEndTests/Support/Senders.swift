import Foundation
import SendtopCore
import Synchronization

/// Clients that send through a sandbox which may be gone for a while, each send until it is accepted.
final class Senders: Sendable {
    private static let path = "/transactional/v1/campaigns/417220e4-5a2a-b634-7f7d-9ec891532368/send"
    private static let workers = 16

    private let ids = Mutex(Set<String>())
    private let group = DispatchGroup()
    private let deadline = Date().addingTimeInterval(90)

    init(port: UInt16, count: Int) {
        for worker in 0..<Senders.workers {
            DispatchQueue.global().async(group: group) { [self] in
                let client = WebClient(port: port)
                for number in stride(from: worker, to: count, by: Senders.workers) where !send(number, by: client) {
                    return
                }
            }
        }
    }

    /// Tries the same external_send_id again until it is accepted: one whose answer was lost makes no second send.
    private func send(_ number: Int, by client: WebClient) -> Bool {
        let body = #"{"external_send_id":"order-\#(number)","recipient":{"external_user_id":"ada"}}"#
        let headers = ["Authorization: Bearer sandbox-key", "Content-Type: application/json"]
        while Date() < deadline {
            if let answer = try? client.post(Senders.path, Array(body.utf8), headers: headers), answer.status == 201,
                let id = try? JSON(text: answer.text).object?["dispatch_id"]?.string
            {
                ids.withLock { _ = $0.insert(id) }
                return true
            }
            poll(nil, 0, 20)
        }
        return false
    }

    /// The ids of the sends that were answered 201.
    var accepted: Set<String> {
        ids.withLock { $0 }
    }

    func wait() {
        group.wait()
    }
}
