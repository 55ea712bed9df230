/// A bar as long as a span, in parts of a cell.
enum TimelineBar {
    /// Columns of the longest bar.
    static let width = 12

    /// The bar of a span among spans of which the longest is `longest`; at least a sliver for any span above 0.
    static func text(_ span: Int64, of longest: Int64, glyphs: Glyphs) -> String {
        guard span > 0, longest > 0 else { return "" }
        let parts = glyphs.slivers.count
        let filled = max(1, Int(Double(span) / Double(longest) * Double(width * parts)))
        let whole = String(repeating: glyphs.slivers.last ?? "", count: min(width, filled / parts))
        let rest = filled % parts
        return rest == 0 || filled >= width * parts ? whole : whole + glyphs.slivers[rest - 1]
    }
}
