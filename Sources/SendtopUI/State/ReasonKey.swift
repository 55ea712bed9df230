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
    /// A word or two for the group.
    var title: String {
        ([bounceClass?.rawValue ?? status.rawValue] + [code].compactMap { $0 }).joined(separator: " ")
    }

    /// A filter that the group's sends pass and few others do.
    var filterText: String {
        var terms = [FilterField.status.term(for: status.rawValue)]
        if let bounceClass { terms.append(FilterField.bounceClass.term(for: bounceClass.rawValue)) }
        if let code { terms.append(FilterField.code.term(for: code)) }
        if terms.count == 1 {
            // Digits and signs are mostly of one send: ids, addresses, hosts.
            let words = example.split(whereSeparator: \.isWhitespace).filter { $0.allSatisfy(\.isLetter) }.prefix(6)
            terms += words.map { FilterField.reason.term(for: String($0)) }
        }
        return terms.joined(separator: " ")
    }
}
