import SendtopCore

/// What became of an order.
enum Acceptance: Sendable, Hashable {
    /// A new send.
    case new(AcceptedSend)
    /// The `external_send_id` is that of an earlier send, which is queued.
    case queued
    /// The `external_send_id` is that of an earlier send, which has left the queue.
    case known(AcceptedSend, SendStatus)
}
