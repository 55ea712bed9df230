/// Why the service did not send, as far as its own words say.
enum AbortReason: Sendable, Hashable {
    /// The profile has no address that mail may go to.
    case notEmailable
    /// The template called `abort_message` without a text.
    case template
    /// A text of the campaign's author.
    case author

    /// The reason behind a text of the service; `nil` for any other text.
    init?(_ text: String) {
        let folded = text.prefix(200).lowercased()
        if folded.hasPrefix("user not emailable") {
            self = .notEmailable
        } else if folded.contains("{% abort_message") {
            self = .template
        } else {
            return nil
        }
    }

    /// An abort says nothing of the address but that it is not used; so it is never hard.
    var verdict: BounceVerdict {
        switch self {
        case .notEmailable:
            BounceVerdict(
                bounceClass: .disabled,
                isHard: false,
                code: nil,
                actor: .listOwner,
                rule: "abort-not-emailable"
            )
        case .template:
            BounceVerdict(bounceClass: .unknown, isHard: false, code: nil, actor: .content, rule: "abort-template")
        case .author:
            BounceVerdict(bounceClass: .unknown, isHard: false, code: nil, actor: .content, rule: "abort-author")
        }
    }
}
