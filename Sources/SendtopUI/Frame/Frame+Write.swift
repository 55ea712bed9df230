import SendtopCore

/// Where text stands in the room that it has.
public enum Alignment: Sendable, Hashable {
    case leading
    case trailing
}

extension Frame {
    /// Writes a line of text, cleaned; what has no room gives way to an ellipsis.
    ///
    /// - Parameters:
    ///   - text: any text, also from outside.
    ///   - place: where its room begins.
    ///   - width: the columns of its room; the frame's edge limits it, too.
    ///   - style: how it looks; what replaced an unsafe character has its own look.
    ///   - alignment: where it stands in its room.
    /// - Returns: how many columns the text took.
    @discardableResult
    public mutating func write(
        _ text: String,
        at place: Position,
        width: Int,
        style: Style,
        align alignment: Alignment = .leading
    ) -> Int {
        write([Run(text, style)], at: place, width: width, align: alignment)
    }

    /// Writes runs one after the other, as one line of text.
    @discardableResult
    mutating func write(
        _ runs: [Run],
        at place: Position,
        width: Int,
        align alignment: Alignment = .leading
    ) -> Int {
        let room = min(width, size.columns - max(0, place.column))
        guard room > 0, (0..<size.rows).contains(place.row), place.column >= 0 else { return 0 }
        let line = fitted(gated(runs, limit: room), to: room)
        let used = line.reduce(0) { $0 + $1.cluster.width }
        let start = place.column + (alignment == .trailing ? room - used : 0)
        put(line, row: place.row, column: start)
        return used
    }

    /// Writes runs into the first row of a rectangle.
    @discardableResult
    mutating func write(_ runs: [Run], in area: Rect, align alignment: Alignment = .leading) -> Int {
        guard area.rows > 0 else { return 0 }
        return write(runs, at: Position(row: area.row, column: area.column), width: area.columns, align: alignment)
    }

    /// Fills the first row of a rectangle with one glyph.
    mutating func rule(_ glyph: String, in area: Rect, style: Style) {
        for column in area.column..<(area.column + area.columns) {
            self[area.row, column] = Cell(text: glyph, style: style)
        }
    }

    /// Writes clusters that are cleaned already.
    mutating func put(_ line: [StyledCluster], row: Int, column: Int) {
        var column = column
        for item in line {
            let style = item.cluster.isSubstitute ? Style(.substitute) : item.style
            let cell = Cell(text: item.cluster.text, style: style)
            if item.cluster.width == 2 {
                putWide(cell, row: row, column: column)
            } else {
                self[row, column] = cell
            }
            column += item.cluster.width
        }
    }

    private func gated(_ runs: [Run], limit: Int) -> [StyledCluster] {
        var line: [StyledCluster] = []
        var used = 0
        for run in runs where used <= limit {
            // Two columns more than there is room for, so that a wide character too many is seen as well.
            for cluster in TextGate.clusters(run.text, limit: limit + 2 - used, repertoire: glyphs.repertoire) {
                line.append(StyledCluster(cluster: cluster, style: run.style))
                used += cluster.width
            }
        }
        return line
    }

    /// The part of a line that there is room for, with an ellipsis in place of the rest.
    func fitted(_ line: [StyledCluster], to room: Int) -> [StyledCluster] {
        var line = line
        var used = line.reduce(0) { $0 + $1.cluster.width }
        guard used > room else { return line }
        while used > room - 1, let last = line.popLast() {
            used -= last.cluster.width
        }
        // An ellipsis after a blank would stand alone.
        while line.last?.cluster.text == " " { line.removeLast() }
        let ellipsis = TextGate.Cluster(text: glyphs.ellipsis, width: 1, isSubstitute: false)
        let style = line.last?.style ?? Style(.dim)
        return line + [StyledCluster(cluster: ellipsis, style: style)]
    }
}

/// A cleaned cluster and how it looks.
struct StyledCluster: Sendable, Hashable {
    var cluster: TextGate.Cluster
    var style: Style
}
