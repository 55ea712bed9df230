import SendtopCore
import SendtopUI

/// Writes exported rows to standard output in one of the formats.
struct ExportWriter {
    private var table: TableWriter

    init(format: RowFormat, columns: [ExportColumn]) {
        table = TableWriter(format, columns)
    }

    /// Whether all rows have to be given to `measure` before the output begins.
    var needsMeasure: Bool {
        table.needsMeasure
    }

    /// Makes the columns wide enough for rows.
    mutating func measure(_ rows: [ExportRow]) {
        table.measure(rows)
    }

    /// Begins the output.
    func begin() throws {
        try put(table.head)
    }

    /// Writes rows in one piece.
    mutating func write(_ rows: [ExportRow]) throws {
        try put(table.text(rows))
    }

    /// Ends the output.
    func end() throws {
        try put(table.end)
    }

    private func put(_ text: String) throws {
        guard try Console.printData(text) else { throw OutputClosed() }
    }
}

/// The reader of standard output had enough.
struct OutputClosed: Error {}
