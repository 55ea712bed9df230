import SendtopCore

/// What makes a group of reasons the same group in the next page.
struct ReasonKey: Sendable, Hashable {
    var status: SendStatus
    var bounceClass: BounceClass?
    var code: String?
    /// The example counts only where there is neither class nor code.
    var example: String?

    init(_ group: ReasonGroup) {
        status = group.status
        bounceClass = group.bounceClass
        code = group.code
        example = bounceClass == nil && code == nil ? group.example : nil
    }
}

extension ReasonGroup {
    /// Words that the group's sends hold and few others do, as text for the filter.
    var filterText: String {
        if let code { return "\(status.rawValue) \(code)" }
        // Digits and signs are mostly of one send: ids, addresses, hosts.
        let words = example.split(whereSeparator: \.isWhitespace).filter { $0.allSatisfy(\.isLetter) }.prefix(6)
        return ([status.rawValue] + words.map { String($0) }).joined(separator: " ")
    }
}
