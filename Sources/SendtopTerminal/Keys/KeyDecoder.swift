public import SendtopUI

/// Turns the bytes of a terminal into keys.
///
/// Pure: it reads nothing and knows no clock. Sequences may be split anywhere. What terminals say by themselves
/// (answers to queries, reports, strings of any kind) is swallowed whole and never becomes a typed character; so is
/// every key that has no `Key`. Nothing that comes in makes it grow without bound.
///
/// ```swift
/// var decoder = KeyDecoder()
/// decoder.feed([0x1B, 0x5B])  // [], a sequence has begun
/// decoder.feed([0x41])        // [.up]
/// decoder.feed([0x1B])        // [], the Escape key or the beginning of a sequence
/// decoder.flush()             // [.escape], since `decoder.patience` went by
/// ```
public struct KeyDecoder: Sendable {
    /// Where in the bytes the decoder is.
    enum State: Sendable, Hashable {
        case ground
        /// Inside a character of several bytes.
        case character(length: Int)
        case escape
        /// The Escape key was reported because nothing followed in time; what follows now may still be its sequence.
        case lateEscape
        case controlSequence
        /// After `ESC [ [`, with which the Linux console begins its function keys.
        case consoleKey
        case singleShift
        case string(StringKind)
        case stringEscape
        /// A string's end may have been cut in two: a `\` still belongs to it.
        case lateStringEscape
        /// A report of the oldest mouse mode, three bytes of any value.
        case oldMouse(remaining: Int)
        case paste
    }

    /// What begins a string that runs up to `ESC \`.
    enum StringKind: Sendable, Hashable {
        case deviceControl
        case operatingSystem
        /// Start of string, privacy message or application command.
        case other
    }

    var state = State.ground
    /// The bytes of the character or the control sequence that has begun.
    var partial: [UInt8] = []
    /// Whether the wait for the rest of a sequence was in vain: it may have been a key with Alt.
    var isDoubtful = false
    var paste = PasteReader()
    var keys: [Key] = []

    /// A decoder that has seen nothing.
    public init() {}

    /// How long to wait for more bytes before calling `flush`; `nil` when there is nothing to settle.
    public var patience: Duration? {
        switch state {
        case .escape, .stringEscape: .milliseconds(25)
        case .singleShift, .string: isDoubtful || !partial.isEmpty ? nil : .milliseconds(25)
        case .paste: .seconds(2)
        case .ground, .character, .lateEscape, .controlSequence, .consoleKey, .lateStringEscape, .oldMouse: nil
        }
    }

    /// Takes the bytes of one read in, and returns the keys that are complete.
    public mutating func feed(_ bytes: [UInt8]) -> [Key] {
        guard !bytes.isEmpty else { return [] }
        if state == .lateEscape { state = KeyDecoder.isRestOfSequence(bytes) ? .escape : .ground }
        for byte in bytes { take(byte) }
        return takeKeys()
    }

    /// Settles what has begun, once no byte came for as long as `patience`.
    public mutating func flush() -> [Key] {
        switch state {
        case .escape:
            keys.append(.escape)
            state = .lateEscape
        case .stringEscape:
            state = .lateStringEscape
        case .singleShift, .string:
            isDoubtful = true
        case .paste:
            endPaste()
        case .ground, .character, .lateEscape, .controlSequence, .consoleKey, .lateStringEscape, .oldMouse:
            break
        }
        return takeKeys()
    }

    private mutating func takeKeys() -> [Key] {
        defer { keys = [] }
        return keys
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground, .lateEscape: ground(byte)
        case .character(let length): character(byte, length: length)
        case .escape: escape(byte)
        case .controlSequence: controlSequence(byte)
        case .consoleKey: state = .ground
        case .singleShift: singleShift(byte)
        case .string(let kind): string(byte, kind)
        case .stringEscape: stringEscape(byte)
        case .lateStringEscape:
            state = .ground
            if byte != UInt8(ascii: "\\") { ground(byte) }
        case .oldMouse(let remaining): state = remaining > 1 ? .oldMouse(remaining: remaining - 1) : .ground
        case .paste: if paste.take(byte) { endPaste() }
        }
    }

    private mutating func endPaste() {
        keys.append(.paste(paste.end()))
        state = .ground
    }

    /// A byte outside of any sequence.
    mutating func ground(_ byte: UInt8) {
        state = .ground
        switch byte {
        case 0x08, 0x7F: keys.append(.backspace)
        case 0x09: keys.append(.tab)
        case 0x0A, 0x0D: keys.append(.enter)
        case 0x1B: state = .escape
        // Control with Space, and with _ or /.
        case 0x00: keys.append(.control(" "))
        case 0x1F: keys.append(.control("_"))
        case 0x01...0x1A: keys.append(.control(Character(Unicode.Scalar(byte + 0x60))))
        case 0x20...0x7E: keys.append(.character(Character(Unicode.Scalar(byte))))
        case 0xC2...0xDF: begin(byte, length: 2)
        case 0xE0...0xEF: begin(byte, length: 3)
        case 0xF0...0xF4: begin(byte, length: 4)
        // The other controls that are no letters, and what begins no character.
        default: break
        }
    }

    private mutating func begin(_ byte: UInt8, length: Int) {
        partial = [byte]
        state = .character(length: length)
    }

    private mutating func character(_ byte: UInt8, length: Int) {
        guard 0x80...0xBF ~= byte else { return ground(byte) }
        partial.append(byte)
        guard partial.count == length else { return }
        state = .ground
        guard let text = String(validating: partial, as: UTF8.self), let scalar = text.unicodeScalars.first,
            scalar.properties.generalCategory != .control
        else { return }
        keys.append(.character(Character(scalar)))
    }

    /// Whether the bytes of a read, right after an Escape that was reported as a key, look like its sequence instead:
    /// people type one character a read.
    private static func isRestOfSequence(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 1 else { return false }
        return switch (bytes[0], bytes[1]) {
        case (UInt8(ascii: "["), _): true
        case (UInt8(ascii: "]"), let next): StringKind.operatingSystem.mayBegin(with: next)
        case (UInt8(ascii: "P"), let next): StringKind.deviceControl.mayBegin(with: next)
        default: false
        }
    }
}
