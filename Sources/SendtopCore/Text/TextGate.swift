/// Makes text from outside safe to draw, cell by cell, and to print, line by line.
///
/// What moves the cursor, reorders text or hides is shown as a visible substitute, never obeyed and never left out.
/// What terminals disagree about the width of is drawn by its base alone, so that no neighbour shifts.
public enum TextGate {
    /// What one cell, or one pair of cells for a wide character, shows.
    public struct Cluster: Sendable, Hashable {
        /// One base character with at most two combining marks; never empty.
        public var text: String
        /// Columns: 1 or 2.
        public var width: Int
        /// Whether the text stands for something that must not be drawn itself.
        public var isSubstitute: Bool

        public init(text: String, width: Int, isSubstitute: Bool) {
            self.text = text
            self.width = width
            self.isSubstitute = isSubstitute
        }
    }

    /// Which characters the terminal can show.
    public enum Repertoire: Sendable, Hashable {
        case unicode
        /// For terminals without UTF-8: control characters in caret notation, all else as `?`.
        case ascii
    }

    /// The cells of a text, from its start, up to a number of columns.
    ///
    /// CR LF, CR, LF and TAB become one blank each. A wide cluster that would pass the limit ends the list.
    /// - Parameter limit: Columns at most.
    public static func clusters(
        _ text: String,
        limit: Int = 4_096,
        repertoire: Repertoire = .unicode
    ) -> [Cluster] {
        if let plain = plainClusters(text, limit: limit) { return plain }
        var result: [Cluster] = []
        var columns = 0
        var reader = ClusterReader(text, repertoire: repertoire)
        while columns < limit, let cluster = reader.next(), columns + cluster.width <= limit {
            result.append(cluster)
            columns += cluster.width
        }
        return result
    }

    /// A text as one line that is safe to print: for plain output, stderr and logs.
    public static func line(_ text: String, repertoire: Repertoire = .unicode) -> String {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
        var result = ""
        var reader = ClusterReader(text, repertoire: repertoire)
        while let cluster = reader.next() {
            result += cluster.text
        }
        return result
    }

    /// The cells of a text of printable ASCII alone, which nearly every cell of every frame is; `nil` for any other.
    private static func plainClusters(_ text: String, limit: Int) -> [Cluster]? {
        var result: [Cluster] = []
        result.reserveCapacity(min(max(0, limit), text.utf8.count))
        for byte in text.utf8 {
            if result.count >= limit { break }
            guard let cluster = plain(Unicode.Scalar(byte)) else { return nil }
            result.append(cluster)
        }
        return result
    }

    /// The cell of a printable ASCII character; `nil` for any other.
    static func plain(_ scalar: Unicode.Scalar) -> Cluster? {
        0x20...0x7E ~= scalar.value ? plain[Int(scalar.value - 0x20)] : nil
    }

    private static let plain = (UInt8(0x20)...0x7E).map { byte in
        Cluster(text: String(UnicodeScalar(byte)), width: 1, isSubstitute: false)
    }
}
