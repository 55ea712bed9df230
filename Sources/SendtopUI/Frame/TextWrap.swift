import SendtopCore

/// Breaks text into lines at blanks; a word longer than a line goes on in the next.
enum TextWrap {
    /// The lines, each at most `width` columns; none for a width below 1.
    static func lines(_ text: String, width: Int, repertoire: TextGate.Repertoire) -> [[TextGate.Cluster]] {
        guard width > 0 else { return [] }
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
        TextGate.clusters(text, limit: 16_384, repertoire: repertoire)
            .split { $0.text == " " && !$0.isSubstitute }
    }
}
