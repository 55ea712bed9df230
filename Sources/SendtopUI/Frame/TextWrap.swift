import SendtopCore

/// Breaks text into lines at blanks; a word longer than a line goes on in the next.
enum TextWrap {
    /// Cells of a text at most: a screen is drawn ten times a second, and a text from outside may have any length.
    private static let limit = 16_384

    /// The lines, each at most `width` columns; none for a width below 1. The last says so where the text goes on.
    static func lines(_ text: String, width: Int, repertoire: TextGate.Repertoire) -> [[TextGate.Cluster]] {
        guard width > 0 else { return [] }
        let lines = wrapped(text, width: width, repertoire)
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return lines }
        let dots = repertoire == .unicode ? "\u{2026}" : "..."
        let note = "\(dots) \(text.utf8.count.grouped) bytes in all; an export has the rest."
        return lines + wrapped(note, width: width, repertoire)
    }

    private static func wrapped(
        _ text: String,
        width: Int,
        _ repertoire: TextGate.Repertoire
    ) -> [[TextGate.Cluster]] {
        var lines: [[TextGate.Cluster]] = []
        var line: [TextGate.Cluster] = []
        var used = 0
        for word in words(of: text, repertoire) {
            let needed = word.reduce(0) { $0 + $1.width }
            if used > 0, used + 1 + needed > width {
                lines.append(line)
                line = []
                used = 0
            }
            if used > 0 {
                line.append(TextGate.Cluster(text: " ", width: 1, isSubstitute: false))
                used += 1
            }
            for cluster in word where cluster.width <= width {
                if used + cluster.width > width {
                    lines.append(line)
                    line = []
                    used = 0
                }
                line.append(cluster)
                used += cluster.width
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The text cut at the width, wherever that is; for what has to be read as it stands.
    ///
    /// - Parameter rows: lines at most.
    static func pieces(
        _ text: String,
        width: Int,
        rows: Int,
        repertoire: TextGate.Repertoire
    ) -> [ArraySlice<TextGate.Cluster>] {
        guard width > 1, rows > 0 else { return [] }
        let clusters = TextGate.clusters(text, limit: width * rows, repertoire: repertoire)
        var lines: [ArraySlice<TextGate.Cluster>] = []
        var start = 0
        var used = 0
        for (index, cluster) in clusters.enumerated() {
            if used + cluster.width > width {
                lines.append(clusters[start..<index])
                start = index
                used = 0
            }
            used += cluster.width
        }
        return lines + [clusters[start...]]
    }

    private static func words(of text: String, _ repertoire: TextGate.Repertoire) -> [ArraySlice<TextGate.Cluster>] {
        TextGate.clusters(text, limit: limit, repertoire: repertoire)
            .split { $0.text == " " && !$0.isSubstitute }
    }
}
