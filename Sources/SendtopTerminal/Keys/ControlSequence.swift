import SendtopUI

/// A control sequence that came from a terminal: `ESC [`, parameters, and a last byte that says what it is.
///
/// Source: ECMA-48, 5.4; xterm's "Control Sequences" for the keys, the mouse and the focus; rxvt's and the Linux
/// console's own keys.
struct ControlSequence {
    /// What a sequence is to us.
    enum Meaning {
        case key(Key)
        case pasteBegins
        /// Three more bytes follow, of any value.
        case oldMouse
        /// An answer, a report, or a key that has no `Key`.
        case nothing
    }

    private let isMouse: Bool
    private let numbers: [Int]
    private let final: UInt8

    /// Takes the parameters apart; `nil` when they are not those of a key.
    init?(parameters: [UInt8], final: UInt8) {
        isMouse = parameters.first == UInt8(ascii: "<")
        let fields = (isMouse ? parameters.dropFirst() : parameters[...])
            .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        var numbers: [Int] = []
        for field in fields where !parameters.isEmpty {
            // A sub-parameter, behind a colon, only refines.
            let digits = field.prefix { $0 != UInt8(ascii: ":") }
            guard let number = digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            numbers.append(number)
        }
        self.numbers = numbers
        self.final = final
    }

    var meaning: Meaning {
        if isMouse { return mouse.map { .key(.mouse($0)) } ?? .nothing }
        switch final {
        case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "F"), UInt8(ascii: "H"):
            return KeyDecoder.motion(final).map { .key(Key($0, with: modifiers)) } ?? .nothing
        case UInt8(ascii: "a")...UInt8(ascii: "d") where numbers.isEmpty:
            // rxvt's with Shift.
            return KeyDecoder.motion(final).map { .key(Key($0, with: .shift)) } ?? .nothing
        case UInt8(ascii: "Z"): return .key(.backTab)
        case UInt8(ascii: "I") where numbers.isEmpty: return .key(.focusIn)
        case UInt8(ascii: "O") where numbers.isEmpty: return .key(.focusOut)
        case UInt8(ascii: "M") where numbers.isEmpty: return .oldMouse
        case UInt8(ascii: "~") where numbers.first == 200: return .pasteBegins
        // rxvt says Shift, Control and both in the last byte.
        case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
            return numberedKey.map { .key($0) } ?? .nothing
        default: return .nothing
        }
    }

    private var numberedKey: Key? {
        switch numbers.first {
        case 1, 7: Key(.home, with: modifiers)
        case 3: .delete
        case 4, 8: Key(.end, with: modifiers)
        case 5: .pageUp
        case 6: .pageDown
        default: nil
        }
    }

    /// What was held down: the second number less 1, of which 1 is Shift and 4 Control; rxvt says it in the last byte.
    private var modifiers: KeyModifiers {
        switch final {
        case UInt8(ascii: "$"): .shift
        case UInt8(ascii: "^"): .control
        case UInt8(ascii: "@"): [.shift, .control]
        default: KeyModifiers(parameter: numbers.count > 1 ? numbers[1] : 1)
        }
    }

    /// A press or a turn of the wheel; `nil` for a release, a movement and buttons that have no name here.
    private var mouse: Mouse? {
        guard numbers.count == 3, final == UInt8(ascii: "M"), numbers[1] > 0, numbers[2] > 0 else { return nil }
        // 4, 8 and 16 are Shift, Meta and Control.
        let button: Mouse.Button? =
            switch numbers[0] & ~0b11100 {
            case 0: .left
            case 1: .middle
            case 2: .right
            case 64: .wheelUp
            case 65: .wheelDown
            default: nil
            }
        guard let button else { return nil }
        return Mouse(button: button, position: Position(row: numbers[2] - 1, column: numbers[1] - 1))
    }
}
