import SendtopCore

/// Writes rows as text in one of the formats, piece by piece, so that any number of them takes the same memory.
public struct TableWriter: Sendable {
    /// A column is made no wider than this by a long text, which then shifts the rest of its own line alone.
    private static let mostWidth = 80
    private static let gap = "  "

    public let format: RowFormat
    public let columns: [ExportColumn]
    /// Rows that were written.
    public private(set) var count = 0
    /// Columns of the screen that each column takes.
    private var widths: [Int]

    public init(_ format: RowFormat, _ columns: [ExportColumn]) {
        self.format = format
        self.columns = columns
        widths = columns.map { $0.title.columns() }
    }

    /// Whether all rows have to be given to `measure` before the first is written.
    public var needsMeasure: Bool {
        format == .txt
    }

    /// Makes the columns wide enough for rows.
    public mutating func measure(_ rows: [ExportRow]) {
        for row in rows {
            for (index, column) in columns.enumerated() where widths[index] < TableWriter.mostWidth {
                widths[index] = max(widths[index], min(TableWriter.mostWidth, row.text(column).columns()))
            }
        }
    }

    /// What stands before the rows.
    public var head: String {
        switch format {
        case .ndjson: ""
        case .json: "["
        case .csv: columns.map { CSVField.text($0.name) }.joined(separator: ",") + "\r\n"
        case .md:
            markdown(columns.map { MarkdownField.text($0.title) })
                + markdown(columns.map { $0.isNumber ? "--:" : "---" })
        case .txt: aligned(columns.map(\.title))
        }
    }

    /// The rows, in one piece.
    public mutating func text(_ rows: [ExportRow]) -> String {
        var text = ""
        for row in rows {
            switch format {
            case .ndjson: text += row.json + "\n"
            case .json: text += (count == 0 ? "\n" : ",\n") + row.json
            case .csv: text += row.csv(columns) + "\r\n"
            case .md: text += markdown(columns.map { MarkdownField.text(row.text($0)) })
            case .txt: text += aligned(columns.map { row.text($0) })
            }
            count += 1
        }
        return text
    }

    /// What stands behind the rows.
    public var end: String {
        format == .json ? (count == 0 ? "]\n" : "\n]\n") : ""
    }

    private func markdown(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }

    private func aligned(_ texts: [String]) -> String {
        var line = ""
        for (index, text) in texts.enumerated() {
            let blanks = String(repeating: " ", count: max(0, widths[index] - text.columns()))
            let cell = TextGate.line(text)
            line += (index == 0 ? "" : TableWriter.gap) + (columns[index].isNumber ? blanks + cell : cell + blanks)
        }
        return line.trimmingTrailingBlanks + "\n"
    }
}

extension String {
    /// The text without blanks at its end.
    var trimmingTrailingBlanks: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
