/// Colours for every role, at every colour depth.
///
/// A theme is one YAML file:
///
/// ```yaml
/// name: dark
/// background: {rgb: "#0f1419", c256: 233, c16: terminal, painted: false}
/// roles:
///   text: {rgb: "#d5dae1", c256: 253, c16: terminal, mono: plain}
///   dim: {rgb: "#8a94a3", c256: 246, c16: white, mono: dim}
///   # … every other role of `Role`, by its name
/// ```
///
/// - `rgb` is `"#rrggbb"`, in quotes since `#` begins a comment; for 24-bit terminals and for pictures.
/// - `c256` is a number of xterm's palette, 0 to 255; one below 16 is a colour that the terminal's owner chose, and is
///   used in place of `rgb` on 24-bit terminals, too.
/// - `c16` is a number from 0 to 15, its name (`red`, `bright-red`, …), or `terminal` for the terminal's own.
/// - `mono` is what stands for the colour where there is none: `plain`, `bold`, `dim`, `reverse` or `underline`.
/// - `painted: false` leaves the terminal its own background **and** draws the role `text` in the terminal's own
///   foreground: nearly all cells then need no colour at all on the wire. The colours given still count for pictures.
///   `painted: true` paints every cell, so that the theme reads on any terminal.
///
/// Every key is required, and no other is allowed.
public struct Theme: Sendable, Hashable {
    /// What stands behind all text.
    public struct Background: Sendable, Hashable {
        /// For terminals of 24 bits, and for pictures.
        public var rgb: RGB
        /// A number of xterm's palette.
        public var c256: UInt8
        /// A number from 0 to 15, or the terminal's own background.
        public var c16: Color16
        /// Whether the background is painted; otherwise it is the terminal's own, and so is the colour of plain text.
        public var isPainted: Bool

        /// Makes a background from its parts.
        public init(rgb: RGB, c256: UInt8, c16: Color16, isPainted: Bool) {
            self.rgb = rgb
            self.c256 = c256
            self.c16 = c16
            self.isPainted = isPainted
        }
    }

    /// The name that `theme:` and `--theme` use.
    public let name: String
    /// What stands behind all text.
    public let background: Background
    private let looks: [Role: Look]
    private let text: Look

    /// Reads a theme file.
    ///
    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - file: the file's name, for faults.
    /// - Throws: `ThemeFault` with the place of the first fault.
    public init(yaml: String, file: String) throws(ThemeFault) {
        let reader = try ThemeReader(yaml: yaml, file: file)
        name = try reader.name()
        background = try reader.background()
        text = try reader.look(of: .text)
        looks = try reader.looks()
    }

    /// How text of a role looks.
    public func look(of role: Role) -> Look {
        looks[role] ?? text
    }

    /// Whether the terminal draws text of the role in its own foreground, with no colour set.
    public func usesTerminalForeground(for role: Role) -> Bool {
        role == .text && !background.isPainted
    }
}
