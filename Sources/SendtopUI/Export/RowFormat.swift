/// How rows are written; the raw value is its name on the command line.
public enum RowFormat: String, Sendable, Hashable, CaseIterable {
    case ndjson
    case json
    case csv
    /// A Markdown table.
    case md
    /// Aligned columns.
    case txt
}
