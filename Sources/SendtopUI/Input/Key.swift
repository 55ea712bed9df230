/// One thing that the person at the terminal did.
public enum Key: Sendable, Hashable {
    /// A typed character.
    case character(Character)
    /// A letter with Control, in lower case.
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
    /// Text that the terminal pasted, whole and uncleaned.
    case paste(String)
    case mouse(Mouse)
    case focusIn
    case focusOut
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
