public import SendtopCore

/// What the sandbox says of the mail of one send.
public enum MessageAnswer: Sendable, Hashable {
    case found(RenderedMessage)
    /// There is none: it was never rendered, was aborted, or is forgotten.
    case absent
    /// The sandbox could not be asked; one sentence.
    case failed(String)
}
