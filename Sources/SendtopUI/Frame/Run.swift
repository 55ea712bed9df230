import SendtopCore

/// A stretch of text in one style. The text may come from outside: it is cleaned when it is written into a frame.
struct Run: Sendable, Hashable {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style) {
        self.text = text
        self.style = style
    }

    init(_ text: String, _ role: Role = .text) {
        self.init(text, Style(role))
    }

    /// How many columns the text takes.
    func width(in repertoire: TextGate.Repertoire) -> Int {
        text.columns(in: repertoire)
    }
}

extension String {
    /// How many columns the text takes once it is cleaned.
    func columns(in repertoire: TextGate.Repertoire = .unicode) -> Int {
        TextGate.clusters(self, limit: .max, repertoire: repertoire).reduce(0) { $0 + $1.width }
    }

    /// The text, or its beginning and an ellipsis where it takes more than so many columns.
    func shortened(to room: Int, _ glyphs: Glyphs) -> String {
        var used = 0
        var end = startIndex
        // No further than there is room: a text may be very long.
        for index in indices {
            used += String(self[index]).columns(in: glyphs.repertoire)
            guard used <= room else { return self[..<end] + glyphs.ellipsis }
            if used < room { end = self.index(after: index) }
        }
        return self
    }
}
