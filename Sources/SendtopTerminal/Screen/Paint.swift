import SendtopUI

/// What curses is told about a cell's look.
struct Paint: Hashable {
    /// A part of a look that is no colour.
    struct Attributes: OptionSet, Hashable {
        let rawValue: Int

        static let bold = Attributes(rawValue: 1)
        static let dim = Attributes(rawValue: 2)
        static let underline = Attributes(rawValue: 4)
        static let reverse = Attributes(rawValue: 8)
    }

    /// Two numbers of the terminal's palette, or colours as `0xRRGGBB`; -1 is its own foreground or background.
    struct Colors: Hashable {
        static let terminal = Colors(foreground: -1, background: -1)

        var foreground: Int
        var background: Int
    }

    var colors = Colors.terminal
    var attributes: Attributes = []

    /// What a theme makes of a style at a colour depth.
    init(_ style: Style, theme: Theme, depth: ColorDepth) {
        let look = theme.look(of: style.role)
        switch depth {
        case .mono:
            attributes = Attributes(look.mono)
        case .eight, .sixteen:
            colors.background = Paint.number(theme.background.c16, depth: depth).color
            if !theme.usesTerminalForeground(for: style.role) {
                let (color, isBright) = Paint.number(look.c16, depth: depth)
                colors.foreground = color
                if isBright { attributes.insert(.bold) }
            }
        case .palette:
            if theme.background.isPainted { colors.background = Int(theme.background.c256) }
            if !theme.usesTerminalForeground(for: style.role) { colors.foreground = Int(look.c256) }
        case .direct:
            let background = theme.background
            if background.isPainted { colors.background = Paint.direct(background.rgb, background.c256) }
            if !theme.usesTerminalForeground(for: style.role) { colors.foreground = Paint.direct(look.rgb, look.c256) }
        }
        if style.isBold { attributes.insert(.bold) }
        if style.isReversed { attributes.formSymmetricDifference(.reverse) }
    }

    /// A colour of 24 bits, unless the theme names one of the terminal's own. The darkest sixteen numbers mean those,
    /// too.
    private static func direct(_ color: RGB, _ number: UInt8) -> Int {
        if number < 16 { return Int(number) }
        return color.value < 16 ? 0x010101 : Int(color.value)
    }

    /// A colour's number. Where there are only eight, the bright ones are bold, except the bright black: bold black
    /// cannot be seen on many terminals, so it becomes white.
    private static func number(_ color: Color16, depth: ColorDepth) -> (color: Int, isBright: Bool) {
        switch (color, depth) {
        case (.terminal, _): (-1, false)
        case (.number(8), .eight): (7, false)
        case (.number(let number), .eight) where number > 8: (Int(number) - 8, true)
        case (.number(let number), _): (Int(number), false)
        }
    }
}

extension Paint.Attributes {
    fileprivate init(_ mono: Look.Mono) {
        switch mono {
        case .plain: self = []
        case .bold: self = .bold
        case .dim: self = .dim
        case .reverse: self = .reverse
        case .underline: self = .underline
        }
    }
}
