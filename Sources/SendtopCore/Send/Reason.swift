/// Why a message was aborted or bounced, or a request came to nothing, with the moment that was said of it.
public struct Reason: Sendable, Hashable {
    public var text: String
    /// The step's own timestamp, when it had one.
    public var at: Timestamp?

    public init(text: String, at: Timestamp?) {
        self.text = text
        self.at = at
    }

    /// The one of two to keep, the same in either order: the earlier, one with a moment before one without; then
    /// by text.
    static func kept(_ left: Reason?, _ right: Reason?) -> Reason? {
        guard let left, let right else { return left ?? right }
        switch (left.at, right.at) {
        case (let mine?, let theirs?) where mine != theirs: return mine < theirs ? left : right
        case (_?, nil): return left
        case (nil, _?): return right
        default: return right.text.precedes(left.text) ? right : left
        }
    }
}
