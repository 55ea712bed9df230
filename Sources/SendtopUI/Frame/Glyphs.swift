import SendtopCore

/// The characters that lines, marks and charts are drawn with.
public enum Glyphs: Sendable, Hashable {
    case unicode
    /// For terminals and fonts without the rest; text from outside is shown in ASCII, too.
    case ascii

    var repertoire: TextGate.Repertoire {
        self == .unicode ? .unicode : .ascii
    }

    /// Stands for text that had no room.
    var ellipsis: String { self == .unicode ? "…" : "~" }
    /// Stands for a value that is not there.
    var none: String { self == .unicode ? "—" : "-" }
    /// Marks the row that the keyboard acts on.
    var marker: String { self == .unicode ? "▌" : ">" }
    /// Stands beside a row that was marked.
    var mark: String { "*" }
    var horizontal: String { self == .unicode ? "─" : "-" }
    var vertical: String { self == .unicode ? "│" : "|" }
    /// A horizontal line from which a vertical one goes down.
    var tee: String { self == .unicode ? "┬" : "+" }
    /// Between the places that led here.
    var crumb: String { self == .unicode ? "▸" : ">" }
    /// Says that there is more above, or that a figure rose.
    var up: String { self == .unicode ? "▲" : "^" }
    var down: String { self == .unicode ? "▼" : "v" }
    var times: String { self == .unicode ? "×" : "x" }
    var choiceLeft: String { self == .unicode ? "‹" : "<" }
    var choiceRight: String { self == .unicode ? "›" : ">" }

    /// Parts of a cell from the left, from the thinnest to the whole.
    var slivers: [String] {
        self == .unicode ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"] : ["="]
    }

    /// Bars of a chart from nothing to full; the first means zero.
    var bars: [String] {
        self == .unicode
            ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
            : ["_", ".", ":", "-", "=", "+", "*", "#"]
    }
}
