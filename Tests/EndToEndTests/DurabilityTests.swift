import Foundation
import SendtopCore
import Synchronization
import TestSupport
import Testing

extension EndToEnd {
    @Suite("durability")
    struct DurabilityTests {
        /// `SENDTOP_CRASH_ROUNDS` makes the test as long as one likes.
        static let rounds = ProcessInfo.processInfo.environment["SENDTOP_CRASH_ROUNDS"].flatMap { Int($0) } ?? 3

        @Test("what was answered 200 before a kill -9 is in the ledger, which opens every time")
        func killUnderLoad() throws {
            let workspace = try Workspace()
            var answered: Set<String> = []
            for round in 0..<DurabilityTests.rounds {
                let listener = try Background(
                    ["listen", "--listen", "127.0.0.1:0"],
                    in: workspace,
                    name: "listen\(round)"
                )
                let load = Load(port: try listener.port(), prefix: "\(round)")
                let enough = Int.random(in: 20...400)
                try eventually("\(enough) answers", last: { "\(load.answered.count)" }) {
                    load.answered.count > enough ? true : nil
                }
                try listener.end(SIGKILL)
                load.wait()
                #expect(!listener.said.contains("damaged"))
                answered.formUnion(load.answered)
            }
            let run = try Tool.sendtop("export", "events", "--format", "ndjson", in: workspace)
            let kept = try Set(
                run.output.split(separator: "\n").compactMap {
                    try JSON(text: String($0)).object?["dispatch_id"]?.string
                }
            )
            #expect(answered.count > 20 * DurabilityTests.rounds)
            #expect(answered.subtracting(kept).isEmpty)
            #expect(try Tool.sendtop("ledger", "check", in: workspace).status == 0)
        }
    }
}

/// Eight clients that post 500 postbacks a second between them, until the listener is gone.
private final class Load: Sendable {
    private let ids = Mutex(Set<String>())
    private let workers = DispatchGroup()

    init(port: UInt16, prefix: String) {
        for worker in 0..<8 {
            DispatchQueue.global().async(group: workers) { [self] in
                let client = WebClient(port: port)
                let start = Date()
                for number in 0..<5_000 {
                    let id = "\(prefix)-\(worker)-\(number)"
                    guard let answer = try? client.post("/postback", PagePostbacks.delivered(id)) else { return }
                    if answer.status == 200 { ids.withLock { _ = $0.insert(id) } }
                    let ahead = Double(number) / 62.5 - Date().timeIntervalSince(start)
                    if ahead > 0 { poll(nil, 0, Int32(ahead * 1_000)) }
                }
            }
        }
    }

    /// What was answered 200.
    var answered: Set<String> {
        ids.withLock { $0 }
    }

    func wait() {
        workers.wait()
    }
}
