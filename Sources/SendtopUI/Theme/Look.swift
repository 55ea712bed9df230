/// How text of a role looks at every colour depth.
public struct Look: Sendable, Hashable {
    /// What stands for the colour where there is none.
    public enum Mono: String, Sendable, Hashable, CaseIterable {
        /// Nothing.
        case plain
        /// Bold text.
        case bold
        /// Dim text.
        case dim
        /// Text and background in each other's place.
        case reverse
        /// Underlined text.
        case underline
    }

    /// For terminals of 24 bits, and for pictures.
    public var rgb: RGB
    /// A number of xterm's palette.
    public var c256: UInt8
    /// A number from 0 to 15, or the terminal's own foreground.
    public var c16: Color16
    /// What stands for the colour where there is none.
    public var mono: Mono

    /// Makes a look from its parts.
    public init(rgb: RGB, c256: UInt8, c16: Color16, mono: Mono) {
        self.rgb = rgb
        self.c256 = c256
        self.c16 = c16
        self.mono = mono
    }
}

/// One of the sixteen colours that a terminal's owner chose, or the terminal's own.
public enum Color16: Sendable, Hashable {
    /// The terminal's own foreground or background.
    case terminal
    /// From 0 to 15; 8 to 15 are the bright ones.
    case number(UInt8)

    /// The names that a theme file may use beside numbers; their place is their number.
    static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow",
        "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// Reads a name, a number from 0 to 15, or `terminal`.
    init?(text: String) {
        if text == "terminal" {
            self = .terminal
        } else if let index = Color16.names.firstIndex(of: text) ?? Int(text), (0..<16).contains(index) {
            self = .number(UInt8(index))
        } else {
            return nil
        }
    }
}
