/// The mail of a send, as far as the sandbox has answered.
struct ShownMessage: Sendable, Hashable {
    var dispatchID: String
    /// `nil` while the answer is on its way.
    var answer: MessageAnswer?
}
