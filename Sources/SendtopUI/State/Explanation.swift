import SendtopCore

/// What is explained: the reason of one send, or of a group of them.
enum Explanation: Sendable, Hashable {
    case reason(String, SendStatus)
    case group(ReasonGroup)
}
