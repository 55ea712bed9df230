/// How many colours a terminal has, as far as themes tell them apart.
public enum ColorDepth: Sendable, Hashable {
    /// No colours, or none wanted: what matters is bold, underlined or reversed.
    case mono
    case eight
    case sixteen
    /// xterm's palette of 256.
    case palette
    /// Any colour of 24 bits, beside the sixteen of the terminal's owner.
    case direct

    /// The depth of a terminal with a number of colours, as terminfo says it.
    ///
    /// - Parameter isOurs: whether the entry is one of ours, in which numbers from 16 on are colours of 24 bits. In
    ///   those of others, numbers from 8 on may be shades of black.
    init(colors: Int, isOurs: Bool = false) {
        switch colors {
        case 257...: self = isOurs ? .direct : .eight
        case 256: self = .palette
        case 16...: self = .sixteen
        case 8...: self = .eight
        default: self = .mono
        }
    }
}
