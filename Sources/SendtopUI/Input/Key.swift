/// One thing that the person at the terminal did.
public enum Key: Sendable, Hashable {
    /// A typed character.
    case character(Character)
    /// A letter with Control, in lower case; also `_`, and a blank for Control with Space.
    case control(Character)
    case enter
    case escape
    case tab
    case backTab
    case backspace
    case delete
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// A key that moves, pressed with Shift, Control or both.
    case modified(Motion, Modifier)
    /// Text that the terminal pasted, whole and uncleaned.
    case paste(String)
    case mouse(Mouse)
    case focusIn
    case focusOut

    /// What a key that moves does without anything else.
    public enum Motion: Sendable, Hashable, CaseIterable {
        case up, down, left, right, home, end

        /// The key by itself.
        public var key: Key {
            switch self {
            case .up: .up
            case .down: .down
            case .left: .left
            case .right: .right
            case .home: .home
            case .end: .end
            }
        }
    }

    /// What was held down with a key.
    public enum Modifier: Sendable, Hashable, CaseIterable {
        case shift, control, controlShift
    }

    /// The key without what was held down with it, where it says so.
    var unmodified: Key? {
        if case .modified(let motion, _) = self { motion.key } else { nil }
    }
}

/// A press of a mouse button or a turn of its wheel; row and column count from 0.
public struct Mouse: Sendable, Hashable {
    public enum Button: Sendable, Hashable {
        case left
        case middle
        case right
        case wheelUp
        case wheelDown
    }

    public var button: Button
    public var position: Position

    public init(button: Button, position: Position) {
        self.button = button
        self.position = position
    }
}
