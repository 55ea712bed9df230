/// What a bounce or abort reason means.
public struct BounceVerdict: Sendable, Hashable {
    public var bounceClass: BounceClass
    /// Whether the address itself is permanently dead; never for a temporary reply, whatever it says.
    public var isHard: Bool
    /// The enhanced status code such as `5.1.1`, else the reply code such as `550`.
    public var code: String?
    /// Who can do something about it.
    public var actor: BounceActor
    /// The name of the rule that decided; `code-5.1.1` or `reply-452` when a code did, `none` when nothing is known.
    public var rule: String

    public init(bounceClass: BounceClass, isHard: Bool, code: String?, actor: BounceActor, rule: String) {
        self.bounceClass = bounceClass
        self.isHard = isHard
        self.code = code
        self.actor = actor
        self.rule = rule
    }

    /// The group that the class belongs to.
    public var group: BounceClass.Group {
        bounceClass.group
    }
}
