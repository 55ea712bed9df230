/// Makes the texts of filters that find some of the sends of a `TrafficGenerator`.
enum FilterGenerator {
    static let terms = [
        "d1", "D2", "order", "sent", "bounce", "c1", "\u{E9}", "E\u{301}", "timeout", "5.1", "no-user", "password", "%",
        "_", "user-17", "deferred",
        "status:bounced", "status:delivered", "status:d*", "status:*", "status:DEFERRED", "status:accepted",
        "class:no-user", "class:*", "class:*e*", "code:5.1.1", "code:5.1.*", "code:5*", "code:*.2", "code:*",
        "campaign:c1", "campaign:c", "campaign:nowhere", "campaign:password", "to:user-17", "to:*17", "to:nobody",
        "ext:order-1", "ext:order-*1", "ext:*", "dispatch:d3", "dispatch:*\u{E9}", "reason:unknown", "reason:time*",
        "lat>2s", "lat<=10s", "lat>=0s", "lat<1h", "age<8m", "age>9m", "age>=600s", "since:18:59", "since:2030-01-01",
        "/^d\\d$/", "/order-[13]/", "/^(sent|accepted)$/", "/\u{E9}/", "/unknown$/", "/^password/",
    ]

    static func text(depth: Int, using random: inout some RandomNumberGenerator) -> String {
        let term = terms.randomElement(using: &random) ?? ""
        guard depth > 0 else { return term }
        func part(_ random: inout some RandomNumberGenerator) -> String { text(depth: depth - 1, using: &random) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "\(part(&random)) \(part(&random))"
        case 1: return "(\(part(&random)) or \(part(&random)))"
        case 2: return "not (\(part(&random)))"
        case 3: return "not \(term)"
        case 4: return "\(part(&random)) and \(term)"
        default: return term
        }
    }
}
