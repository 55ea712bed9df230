/// Shortens the ends of colours and attributes among the bytes that curses writes.
///
/// Curses ends the colour, then the character set, then all attributes and colours again: eleven bytes of which the
/// last three would do, wherever a coloured word ends. Sets of line-drawing characters are never begun here.
struct ResetFolding {
    private static let escape: UInt8 = 0x1B
    /// The ends of colours, which a reset behind them makes void.
    private static let colorEnds = ["\u{1B}[39;49m", "\u{1B}[39m", "\u{1B}[49m"].map { Array($0.utf8) }
    private static let character = Array("\u{1B}(B".utf8)

    private let reset: [UInt8]
    /// The reset without the character set.
    private let short: [UInt8]

    /// - Parameter reset: the terminal's `sgr0`; one that is not of the common form is left as it is.
    init?(reset: [UInt8]) {
        guard reset.starts(with: ResetFolding.character) else { return nil }
        let rest = Array(reset.dropFirst(ResetFolding.character.count))
        guard ["\u{1B}[m", "\u{1B}[0m"].contains(String(decoding: rest, as: UTF8.self)) else { return nil }
        self.reset = reset
        short = rest
    }

    /// The bytes with the same effect.
    ///
    /// - Parameter keepsFirst: whether the first reset stays whole, as befits a screen that is painted anew, whatever
    ///   was on the terminal.
    func folded(_ bytes: [UInt8], keepsFirst: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isWhole = keepsFirst
        var place = 0
        while place < bytes.count {
            if bytes[place] == ResetFolding.escape, let length = resetLength(bytes[place...]) {
                result += isWhole ? reset : short
                isWhole = false
                place += length
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }

    /// The length of the reset that bytes begin with, and of the end of a colour before it.
    private func resetLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.starts(with: reset) { return reset.count }
        guard let end = ResetFolding.colorEnds.first(where: bytes.starts) else { return nil }
        return bytes.dropFirst(end.count).starts(with: reset) ? end.count + reset.count : nil
    }
}
