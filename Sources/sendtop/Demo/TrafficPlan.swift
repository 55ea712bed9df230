import Foundation
import SendtopCore

/// Makes up believable sends, one after the other, from a seed.
struct TrafficPlan {
    /// A campaign with its share of the traffic.
    struct Campaign: Sendable {
        var id: String
        var weight: Int
        /// What its `external_send_id`s begin with.
        var prefix: String
    }

    /// The built-in sandbox's active campaigns.
    private static let campaigns = [
        Campaign(id: "417220e4-5a2a-b634-7f7d-9ec891532368", weight: 6, prefix: "order"),
        Campaign(id: "0c8a1f52-93d4-4be7-a1c6-2f5d7e90b314", weight: 3, prefix: "reset"),
        Campaign(id: "7be9d03c-1a68-4f25-8c47-d6e0a5b29f81", weight: 1, prefix: "points"),
    ]

    private let rhythm = TrafficRhythm()
    private var random: SeededGenerator
    private var orderNumber = 88_100

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// Milliseconds to the next send: the gaps of a Poisson process at the rhythm's rate.
    mutating func pause(at seconds: Double) -> Int64 {
        let share = Double.random(in: 0.001..<1, using: &random)
        return Int64(min(3_000, -log(share) / rhythm.rate(at: seconds) * 1_000))
    }

    /// The next send, some seconds after the start.
    mutating func next(at seconds: Double) -> SendDraft {
        orderNumber += Int.random(in: 1...3, using: &random)
        let campaign = pickCampaign()
        let person = Int.random(in: 100...9_999, using: &random)
        let name = TrafficPlan.names.randomElement(using: &random) ?? "Ada"
        let mailbox = "\(fate(at: seconds))+\(orderNumber)@mail.example"
        let total = Int.random(in: 9...240, using: &random)
        var draft = SendDraft()
        draft[.campaign] = campaign.id
        draft[.externalUserID] = "user-\(person)"
        draft[.externalSendID] = "\(campaign.prefix)-\(orderNumber)"
        var attributes = [("first_name", name), ("email", mailbox)]
        // A statement without points is what the campaign's template aborts.
        if Int.random(in: 0..<30, using: &random) > 0 { attributes.append(("points", "\(total * 7)")) }
        draft[.attributes] = JSON.object(attributes).text()
        draft[.triggerProperties] = JSON.object([("order_id", "\(orderNumber)"), ("total", "\(total).90")]).text()
        return draft
    }

    private mutating func pickCampaign() -> Campaign {
        let weighted = TrafficPlan.campaigns.flatMap { Array(repeating: $0, count: $0.weight) }
        return weighted.randomElement(using: &random) ?? TrafficPlan.campaigns[0]
    }

    /// What is to become of a send, as the local part of the address by which the sandbox chooses the outcome.
    private mutating func fate(at seconds: Double) -> String {
        if Double.random(in: 0..<1, using: &random) < rhythm.incidentShare(at: seconds) {
            return Double.random(in: 0..<1, using: &random) < 0.85 ? "bounce-blocklist" : "bounce-rate"
        }
        var rest = Double.random(in: 0..<1_000, using: &random)
        for (name, share) in TrafficPlan.rareFates {
            if rest < share { return name }
            rest -= share
        }
        return "delivered"
    }

    /// Out of a thousand sends on a day without incidents.
    private static let rareFates: [(name: String, share: Double)] = [
        ("bounce-no-user", 7), ("bounce-full", 4), ("bounce-spam-content", 2), ("bounce-greylist", 2),
        ("abort", 8), ("slow", 4), ("twice", 10), ("reverse", 4), ("skew", 2), ("silent-after-processed", 3),
        ("delivered-then-bounced", 2),
    ]

    private static let names = [
        "Ada", "Akira", "Amélie", "Björn", "Chidi", "Dunja", "Elif", "Fatou", "Grace", "Hedy", "Ines", "José", "Katya",
        "Linus", "Małgorzata", "Noor", "Øystein", "Priya", "Radia", "Søren", "Tomáš", "Ursula", "Yuki", "Zoë",
    ]
}

extension JSON {
    fileprivate static func object(_ texts: [(String, String)]) -> JSON {
        .object(JSONObject(texts.map { JSONObject.Member(key: $0.0, value: .string($0.1)) }))
    }
}
