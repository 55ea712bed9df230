import SendtopCore

/// What a send became when it was executed.
struct Execution: Sendable {
    var plan: SendPlan
    /// The mail, unless the send was aborted.
    var message: RenderedMessage?
    /// The address that is dead from the bounce on.
    var hardBounce: (email: String, at: Timestamp)?
}
