import Foundation
import SendtopCore
import Synchronization

/// Clients that send through a sandbox which may be gone for a while, each send until it is accepted.
final class Senders: Sendable {
    /// The users whom they mail in turn, and the statuses that each one's address leads to.
    static let users = [
        ("ada", ["sent", "processed", "delivered"]), ("gina", ["aborted"]), ("iris", ["sent", "processed"]),
        ("gina", ["aborted"]),
    ]

    private static let path = "/transactional/v1/campaigns/417220e4-5a2a-b634-7f7d-9ec891532368/send"
    private static let workers = 16

    private let ids = Mutex([String: String]())
    private let group = DispatchGroup()
    private let deadline = Date().addingTimeInterval(240)

    init(port: UInt16, count: Int) {
        for worker in 0..<Senders.workers {
            DispatchQueue.global().async(group: group) { [self] in
                var connection: Connection?
                for number in stride(from: worker, to: count, by: Senders.workers) {
                    guard send(number, to: port, on: &connection) else { return }
                }
            }
        }
    }

    /// Tries the same external_send_id again until it is accepted: one whose answer was lost makes no second send.
    private func send(_ number: Int, to port: UInt16, on connection: inout Connection?) -> Bool {
        let user = Senders.users[number % Senders.users.count].0
        let body = #"{"external_send_id":"order-\#(number)","recipient":{"external_user_id":"\#(user)"}}"#
        let request = """
            POST \(Senders.path) HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer sandbox-key\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """
        while Date() < deadline {
            do {
                let open = try connection ?? Connection(port: port)
                connection = open
                try open.send(Array(request.utf8))
                let answer = try open.readAnswer()
                if answer.status == 201, let id = try JSON(text: answer.text).object?["dispatch_id"]?.string {
                    ids.withLock { $0[id] = user }
                    return true
                }
            } catch {
                connection = nil
            }
            poll(nil, 0, 20)
        }
        return false
    }

    /// The user of each send that was answered 201, by its id.
    var accepted: [String: String] {
        ids.withLock { $0 }
    }

    var count: Int {
        ids.withLock { $0.count }
    }

    func wait() {
        group.wait()
    }
}
