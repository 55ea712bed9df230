import SendtopCore

/// A filter, and what it means, said a second time in terms of an export's lines.
struct FilterSample: Sendable, CustomStringConvertible {
    let text: String
    let test: @Sendable (ExportedSend) -> Bool

    init(_ text: String, _ test: @escaping @Sendable (ExportedSend) -> Bool) {
        self.text = text
        self.test = test
    }

    var description: String {
        text
    }

    /// Every part of the language.
    static func all(now: Timestamp) -> [FilterSample] {
        let moment = now.adding(milliseconds: -2 * 3_600_000).iso8601
        let time = String(moment.dropFirst(11).prefix(5))
        return [
            FilterSample("status:bounced") { $0.status == "bounced" },
            FilterSample("status:re*") { $0.status.hasPrefix("re") },
            FilterSample("status:deferred") { $0.status == "deferred" },
            FilterSample("campaign:campaign-12 to:*") { $0.campaign == "campaign-12" && $0.recipient != nil },
            FilterSample("class:full") { $0.bounceClass == "full" },
            FilterSample("code:5.7.*") { $0.code?.hasPrefix("5.7.") == true },
            FilterSample("code:4.7.0") { $0.code == "4.7.0" },
            FilterSample("to:user-17") { $0.recipient?.contains("user-17") == true },
            FilterSample("ext:order-*77") {
                $0.external?.hasPrefix("order-") == true && $0.external?.hasSuffix("77") == true
            },
            FilterSample("dispatch:d4711x") { $0.dispatch?.contains("d4711x") == true },
            FilterSample("reason:liquid") { $0.reason?.contains("liquid") == true },
            FilterSample("lat>60s") { $0.latency.map { $0 > 60_000 } == true },
            FilterSample("lat<=90ms") { $0.latency.map { $0 <= 90 } == true },
            FilterSample("age<2h status:processed") { $0.firstSeen >= moment && $0.status == "processed" },
            FilterSample("age>=2h campaign:campaign-7 class:*") {
                $0.firstSeen < moment && $0.campaign == "campaign-7" && $0.bounceClass != nil
            },
            FilterSample("since:\(time) aborted") { $0.firstSeen >= moment && $0.shows("aborted") },
            FilterSample("greylisted") { $0.shows("greylisted") },
            FilterSample("5.1.1 campaign-3") { $0.shows("5.1.1") && $0.shows("campaign-3") },
            FilterSample("\"over quota\"") { $0.shows("over quota") },
            FilterSample("/order-4(1|2)\\d\\d$/") { send in
                send.shows { $0.hasPrefix("order-41") || $0.hasPrefix("order-42") }
                    && (send.external?.count == "order-4100".count)
            },
            FilterSample("status:bounced not (class:full or class:no-user) lat>3s") {
                $0.status == "bounced" && !["full", "no-user"].contains($0.bounceClass ?? "")
                    && $0.latency.map { $0 > 3_000 } == true
            },
            FilterSample("not status:sent not status:delivered not status:bounced") {
                !["sent", "delivered", "bounced"].contains($0.status)
            },
            FilterSample("zebra") { $0.shows("zebra") },
        ]
    }
}
