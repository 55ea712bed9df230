import CNcurses

/// The pairs of colours that curses was told about, by what they are.
@MainActor
struct ColorPairs {
    private var numbers: [Paint.Colors: Int32] = [.terminal: 0]

    /// The number of a pair, made when it is new. A pair that the terminal cannot have is the terminal's own colours:
    /// curses would draw it black on black.
    mutating func number(of colors: Paint.Colors) -> Int32 {
        if let number = numbers[colors] { return number }
        let next = Int32(numbers.values.max() ?? 0) + 1
        let isMade = init_extended_pair(next, Int32(colors.foreground), Int32(colors.background)) == OK
        let number = isMade ? next : 0
        numbers[colors] = number
        return number
    }
}
