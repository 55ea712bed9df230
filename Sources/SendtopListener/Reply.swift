/// What goes back over a connection.
enum Reply: Sendable {
    /// The sender waits for a word before it sends the body.
    case goOn
    /// The answer to a request.
    ///
    /// - Parameters:
    ///   - hasBody: `false` for an answer to HEAD.
    ///   - isLast: whether the connection ends with it, since the answer or the request says so.
    case answer(Answer, hasBody: Bool, isLast: Bool)
}
