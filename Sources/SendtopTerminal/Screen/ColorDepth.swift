/// How many colours a terminal has, as far as themes tell them apart.
public enum ColorDepth: Sendable, Hashable {
    /// No colours, or none wanted: what matters is bold, underlined or reversed.
    case mono
    case eight
    case sixteen
    /// xterm's palette of 256.
    case palette

    /// The depth of a terminal with a number of colours, as terminfo says it.
    init(colors: Int) {
        switch colors {
        case 256...: self = .palette
        case 16...: self = .sixteen
        case 8...: self = .eight
        default: self = .mono
        }
    }
}
