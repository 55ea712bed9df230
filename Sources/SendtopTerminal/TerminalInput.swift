public import SendtopUI

/// What comes from a terminal.
public enum TerminalInput: Sendable, Hashable {
    /// Keys, in order; never empty.
    case keys([Key])
    /// The terminal is gone: its window was closed, or the line broke.
    case ended
}
