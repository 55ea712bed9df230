import SendtopCore
import SendtopSandbox
import TestSupport
import Testing

@Suite("Many sends")
struct VolumeOfSendsTests {
    @Test("hundreds at once are all told, each in order, each once")
    func hundreds() async throws {
        try await withSandbox { sandbox in
            let dispatchIDs = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<300 {
                    group.addTask { try await sandbox.send(to: number % 2 == 0 ? "ada" : "ben").dispatchID }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(dispatchIDs.count == 300)
            try await eventually(within: .seconds(60)) { sandbox.receiver.all.count >= 900 ? true : nil }
            let told = Dictionary(grouping: sandbox.receiver.all) { $0.dispatchID ?? "" }
            #expect(Set(told.keys) == dispatchIDs)
            #expect(told.values.allSatisfy { $0.compactMap(\.status) == ["sent", "processed", "delivered"] })
        }
    }

    @Test("each of several targets gets everything, also when another one is down")
    func targets() async throws {
        let second = Receiver()
        try await withBound(second.run(onBound:)) { secondPort in
            let first = Receiver()
            try await withBound(first.run(onBound:)) { firstPort in
                let urls = [
                    "http://127.0.0.1:1/", "http://127.0.0.1:\(firstPort)/a", "http://127.0.0.1:\(secondPort)/b",
                ]
                let sandbox = try Sandbox(
                    configuration: .fast,
                    port: 0,
                    statePath: nil,
                    postbackURLs: urls.map { try PostbackTarget(url: $0) },
                    logger: quietLogger
                )
                try await withBound(sandbox.run(onBound:)) { port in
                    let harness = Harness(baseURL: "http://127.0.0.1:\(port)", receiver: first)
                    let answer = try await harness.send(to: "ada")
                    for receiver in [first, second] {
                        _ = try await receiver.wait(for: 3, of: answer.dispatchID)
                        #expect(receiver.statuses(of: answer.dispatchID) == ["sent", "processed", "delivered"])
                    }
                }
            }
        }
    }
}
