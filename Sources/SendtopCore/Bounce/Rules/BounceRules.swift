/// What is known of the replies of mail systems, in the order in which it decides.
///
/// From general knowledge of what the systems answer. A table holds what belongs together; within the order, the
/// more telling phrase comes first: `user unknown` beside `blocked` is about the user, `mailbox unavailable` is not.
enum BounceRules {
    /// Rules that decide whatever the codes say.
    static let strong: [BounceRule] =
        vendors + providers + sender + authentication + loops + capacity + delays + relaying + domain + recipient
        + worldwideRecipient + reputation + content + policies + worldwideRefusal + genericRecipient + protocols
        + transport

    /// Rules for single words, which decide when no code says anything definite.
    static let weak: [BounceRule] = words

    /// Rules that decide when nothing else does.
    static let faint: [BounceRule] = faintWords
}
