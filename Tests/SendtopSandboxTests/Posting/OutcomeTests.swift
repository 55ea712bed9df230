import Foundation
import SendtopCore
import SendtopSandbox
import TestSupport
import Testing

@Suite("Outcomes by address, over HTTP")
struct OutcomeTests {
    @Test(
        "each outcome tells its story",
        arguments: [
            ("ada", ["sent", "processed", "delivered"]),
            ("abort", ["aborted"]),
            ("slow", ["sent", "processed", "delivered"]),
            ("silent-after-processed", ["sent", "processed"]),
            ("delivered-then-bounced", ["sent", "processed", "delivered", "bounced"]),
            ("twice", ["sent", "sent", "processed", "processed", "delivered", "delivered"]),
            ("reverse", ["delivered", "processed", "sent"]),
            ("skew", ["sent", "processed", "delivered"]),
            ("late-attributes", ["sent", "processed", "delivered"]),
            ("BOUNCE-Full+17", ["sent", "processed", "bounced"]),
        ]
    )
    func story(localPart: String, statuses: [String]) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.send(outcome: localPart)
            #expect(answer.status == 201)
            _ = try await sandbox.receiver.wait(for: statuses.count, of: answer.dispatchID)
            #expect(sandbox.receiver.statuses(of: answer.dispatchID) == statuses)
        }
    }

    @Test("each class of bounce has a reply of its own", arguments: BounceClass.allCases)
    func bounce(bounceClass: BounceClass) async throws {
        let outcome = try #require(SandboxOutcome.all.first { $0.localPart == "bounce-\(bounceClass.rawValue)" })
        try await withSandbox { sandbox in
            let answer = try await sandbox.send(outcome: outcome.localPart)
            let bounced = try await sandbox.receiver.wait(for: 3, of: answer.dispatchID)[2]
            #expect(bounced.status == "bounced")
            #expect(bounced.metadata["reason"]?.string == outcome.reason)
        }
    }

    @Test("the table names each address once, and says what happens")
    func table() {
        let all = SandboxOutcome.all
        #expect(Set(all.map(\.localPart)).count == all.count)
        #expect(Set(all.map(\.summary)).count == all.count)
        #expect(Set(all.compactMap(\.bounceClass)) == Set(BounceClass.allCases))
        let bounces = all.filter { $0.localPart.hasPrefix("bounce-") }
        #expect(Set(bounces.compactMap(\.reason)).count == BounceClass.allCases.count)
    }

    @Test("the classifier reads each reply as the address says", arguments: SandboxOutcome.all)
    func classified(outcome: SandboxOutcome) throws {
        guard let bounceClass = outcome.bounceClass else { return }
        let verdict = BounceClassifier.verdict(on: try #require(outcome.reason))
        #expect(verdict.bounceClass == bounceClass)
    }

    @Test("the README's table is this one, line by line")
    func documented() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../README.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("| address |") })
        let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
        #expect(Array(rows) == SandboxOutcome.all.map(Self.row))
    }

    private static func row(of outcome: SandboxOutcome) -> String {
        let address = outcome.localPart.isEmpty ? outcome.address : "`\(outcome.address)`"
        let postbacks = outcome.postbacks.isEmpty ? "none" : outcome.postbacks.joined(separator: ", ")
        let reason = outcome.reason.map { "`\($0)`" } ?? ""
        return "| \(address) | \(outcome.story) | \(postbacks) | \(reason) |"
    }

    @Test("silent is accepted, and nothing is told")
    func silent() async throws {
        try await withSandbox { sandbox in
            let silent = try await sandbox.send(outcome: "silent")
            #expect(silent.status == 201)
            let other = try await sandbox.send(to: "ada")
            _ = try await sandbox.receiver.wait(for: 3, of: other.dispatchID)
            try await eventually {
                let status = try await sandbox.request("GET", "/sandbox/status").json
                return status["postbacks"]?.object?["sends_waiting"] == 0 ? true : nil
            }
            #expect(sandbox.receiver.statuses(of: silent.dispatchID) == [])
        }
    }

    @Test("skew delivers before it sends, by the clocks")
    func skew() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.send(outcome: "skew")
            let postbacks = try await sandbox.receiver.wait(for: 3, of: answer.dispatchID)
            let sent = try #require(postbacks[0].metadata["sent_at"]?.string.flatMap(Timestamp.init(iso8601:)))
            let delivered = try #require(
                postbacks[2].metadata["delivered_at"]?.string.flatMap(Timestamp.init(iso8601:))
            )
            #expect(delivered < sent)
        }
    }

    @Test("twice tells the very same bytes twice")
    func twice() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.send(outcome: "twice")
            let texts = try await sandbox.receiver.wait(for: 6, of: answer.dispatchID).map(\.text)
            #expect(texts[0] == texts[1] && texts[2] == texts[3] && texts[4] == texts[5])
        }
    }

    @Test("an address that is none, and an address that bounced hard, are not mailed")
    func notEmailable() async throws {
        try await withSandbox { sandbox in
            for email: JSON in ["", "nobody", "a@", "@b", "a b@example.com", nil] {
                let answer = try await sandbox.send(to: "someone", attributes: ["email": email])
                let postback = try await sandbox.receiver.wait(for: 1, of: answer.dispatchID)[0]
                #expect(postback.metadata["reason"] == "User not emailable")
            }
            let bounced = try await sandbox.send(outcome: "bounce-moved")
            _ = try await sandbox.receiver.wait(for: 3, of: bounced.dispatchID)
            let later = try await sandbox.send(to: "user-bounce-moved")
            _ = try await sandbox.receiver.wait(for: 1, of: later.dispatchID)
            #expect(sandbox.receiver.statuses(of: later.dispatchID) == ["aborted"])
            for _ in 1...2 {
                let soft = try await sandbox.send(outcome: "bounce-full")
                _ = try await sandbox.receiver.wait(for: 3, of: soft.dispatchID)
                #expect(sandbox.receiver.statuses(of: soft.dispatchID).last == "bounced")
            }
        }
    }

    @Test("late attributes miss the message they came with, and are there for the next")
    func lateAttributes() async throws {
        try await withSandbox { sandbox async throws in
            let statement = "7be9d03c-1a68-4f25-8c47-d6e0a5b29f81"
            func send(_ points: JSON) async throws -> JSON? {
                let attributes: JSON = ["email": "late-attributes@example.com", "points": points]
                let recipient: JSON = ["external_user_id": "olga", "attributes": attributes]
                let answer = try await sandbox.send(["recipient": recipient], campaign: statement)
                _ = try await sandbox.receiver.wait(for: 1, of: answer.dispatchID)
                let messages = try await sandbox.request("GET", "/sandbox/messages").json["messages"]?.array
                return messages?.first?.object?["subject"]
            }
            #expect(try await send(200) == "You have 100 points")
            #expect(try await send(300) == "You have 200 points")
        }
    }
}
