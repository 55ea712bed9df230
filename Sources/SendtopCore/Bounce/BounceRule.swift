/// What some phrases in a reply mean.
///
/// Phrases are in the form that `ReplyText` gives a reply: lower case, no accents, no punctuation, no numbers, no
/// addresses, `doesn't` as `does not`. They are written as `Phrase` says, with semicolons between them.
struct BounceRule: Sendable {
    /// Which replies a rule is for.
    enum Condition: Sendable, Hashable {
        case always
        /// The reply does not say that the failure is temporary.
        case permanent
        /// The reply says that the failure is temporary.
        case temporary
        /// The reply has an enhanced code of this subject and detail.
        case code(subject: Int, detail: Int)
        /// The reply has this reply code.
        case reply(Int)
    }

    let name: String
    let bounceClass: BounceClass
    /// Whether the class's permanence holds for these phrases.
    let isHard: Bool
    let actor: BounceActor
    let condition: Condition
    let phrases: [Phrase]

    init(
        _ name: String,
        _ bounceClass: BounceClass,
        hard: Bool = true,
        actor: BounceActor? = nil,
        when condition: Condition = .always,
        _ phrases: String
    ) {
        self.name = name
        self.bounceClass = bounceClass
        isHard = hard && bounceClass.isPermanentForRecipient
        self.actor = actor ?? bounceClass.actor
        self.condition = condition
        self.phrases = PhraseReader.phrases(in: phrases)
    }
}

extension BounceClass {
    /// Whether the class says that the address will never work.
    var isPermanentForRecipient: Bool {
        self == .noUser || self == .noDomain || self == .moved
    }
}
