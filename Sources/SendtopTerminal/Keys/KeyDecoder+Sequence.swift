import SendtopUI

extension KeyDecoder {
    /// The longest control sequence that is looked at; of a longer one the rest is swallowed.
    private static let sequenceLimit = 64

    /// The byte after ESC.
    mutating func escape(_ byte: UInt8) {
        partial = []
        isDoubtful = false
        switch byte {
        case UInt8(ascii: "["): state = .controlSequence
        case UInt8(ascii: "O"): state = .singleShift
        case UInt8(ascii: "]"): state = .string(.operatingSystem)
        case UInt8(ascii: "P"): state = .string(.deviceControl)
        case UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): state = .string(.other)
        // The end of a string that is already over.
        case UInt8(ascii: "\\"): state = .ground
        default:
            keys.append(.escape)
            ground(byte)
        }
    }

    /// A byte after `ESC O`.
    mutating func singleShift(_ byte: UInt8) {
        switch byte {
        // Some terminals put the modifiers between.
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
            guard !isDoubtful, partial.count < KeyDecoder.sequenceLimit else { return ground(byte) }
            partial.append(byte)
        case UInt8(ascii: "M"):
            keys.append(.enter)
            state = .ground
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "y"):
            state = .ground
            if let motion = KeyDecoder.motion(byte) {
                // rxvt's small letters are with Control.
                let isSmall = byte >= UInt8(ascii: "a")
                keys.append(Key(motion, with: isSmall ? .control : KeyModifiers(parameter: lastNumber)))
            } else if isDoubtful, !(UInt8(ascii: "P")...UInt8(ascii: "S") ~= byte) {
                ground(byte)
            }
        default:
            ground(byte)
        }
    }

    /// A byte after `ESC [`.
    mutating func controlSequence(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "[") where partial.isEmpty:
            state = .consoleKey
        case UInt8(ascii: "$") where isNumber(partial):
            // rxvt's way of saying Shift; in answers of terminals, which end with a letter, two numbers stand before.
            endControlSequence(byte)
        case 0x20...0x3F:
            if partial.count < KeyDecoder.sequenceLimit { partial.append(byte) }
        case 0x40...0x7E:
            endControlSequence(byte)
        default:
            ground(byte)
        }
    }

    private func isNumber(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private mutating func endControlSequence(_ final: UInt8) {
        state = .ground
        guard let sequence = ControlSequence(parameters: partial, final: final) else { return }
        switch sequence.meaning {
        case .key(let key): keys.append(key)
        case .pasteBegins:
            paste = PasteReader()
            state = .paste
        case .oldMouse: state = .oldMouse(remaining: 3)
        case .nothing: break
        }
    }

    /// A byte of a string, which says nothing to us.
    mutating func string(_ byte: UInt8, _ kind: StringKind) {
        switch byte {
        case 0x1B: state = .stringEscape
        // BEL, CAN and SUB end strings too.
        case 0x07, 0x18, 0x1A: state = .ground
        case _ where isDoubtful && partial.isEmpty && !kind.mayBegin(with: byte): ground(byte)
        // One byte is enough to know that the string has begun.
        default: if partial.isEmpty { partial = [byte] }
        }
    }

    /// The byte after an ESC in a string: the string's end, another sequence, or nothing that anybody typed.
    mutating func stringEscape(_ byte: UInt8) {
        switch byte {
        case 0x1B: break
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "O"), UInt8(ascii: "P"), UInt8(ascii: "X"),
            UInt8(ascii: "^"), UInt8(ascii: "_"):
            escape(byte)
        default: state = .ground
        }
    }

    /// The last number of the sequence that has begun; 0 for none.
    private var lastNumber: Int {
        let digits = partial.reversed().prefix { $0 != UInt8(ascii: ";") }.reversed()
        return Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    /// The motion that a letter stands for after `ESC [` or `ESC O`.
    static func motion(_ final: UInt8) -> Key.Motion? {
        switch final {
        case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
        case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
        case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
        case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        default: nil
        }
    }
}

extension KeyDecoder.StringKind {
    /// Whether a string that a terminal sends can begin with a byte; what else follows the two bytes that open a
    /// string, and follows late, was typed after a key with Alt.
    func mayBegin(with byte: UInt8) -> Bool {
        switch self {
        case .operatingSystem: UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        case .deviceControl: UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "!$+=>|".utf8.contains(byte)
        case .other: byte == UInt8(ascii: "G")
        }
    }
}
