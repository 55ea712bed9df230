import SendtopCore

/// A postback that waits to be told to one target.
struct DuePost: Sendable {
    var number: Int64
    var target: Int
    /// The place in the plan.
    var post: Int
    /// How often it was tried.
    var tries: Int
    var send: AcceptedSend
    var plan: SendPlan

    /// The body to post; `nil` when the plan ends before it.
    var body: JSON? {
        guard plan.posts.indices.contains(post) else { return nil }
        return PostbackBody.json(of: plan.events[plan.posts[post].event], plan: plan, send: send)
    }
}
