/// Why nothing can be drawn on the terminal.
public enum TerminalError: Error, Sendable, Hashable {
    /// Standard output leads somewhere else.
    case notATerminal
    /// The environment does not say what the terminal is.
    case noType
    /// Neither the terminal's type nor a common one is known to this machine.
    case unknownType(String)
    /// The terminal only writes line after line.
    case cannotMoveCursor(type: String)
    /// The terminal did not let itself be set up; what the system said.
    case unusable(String)
}

extension TerminalError: CustomStringConvertible {
    /// One sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .notATerminal:
            "The output is no terminal; use --plain, or start it in one."
        case .noType:
            "The environment variable TERM is not set; set it to what the terminal is (xterm-256color, say), "
                + "or use --plain."
        case .unknownType(let type):
            "This machine knows no terminal type \"\(type)\", nor xterm-256color or vt100; install the package "
                + "ncurses-base, or use --plain."
        case .cannotMoveCursor(let type):
            "A terminal of type \"\(type)\" cannot move its cursor; set TERM to what the terminal is "
                + "(xterm-256color, say), or use --plain."
        case .unusable(let reason):
            "The terminal cannot be set up (\(reason)); use --plain, or another terminal."
        }
    }
}
