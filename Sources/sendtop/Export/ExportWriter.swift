import SendtopCore

/// Writes exported rows to standard output in one of the formats.
struct ExportWriter {
    let format: ExportFormat
    let columns: [String]
    private var count = 0

    init(format: ExportFormat, columns: [String]) {
        self.format = format
        self.columns = columns
    }

    /// Begins the output.
    func begin() throws {
        switch format {
        case .csv: try put(columns.joined(separator: ",") + "\r\n")
        case .json: try put("[")
        case .ndjson: break
        }
    }

    /// Writes rows in one piece.
    mutating func write(_ rows: [ExportRow]) throws {
        var text = ""
        for row in rows {
            switch format {
            case .csv: text += row.csv(columns: columns) + "\r\n"
            case .json: text += (count == 0 ? "\n" : ",\n") + row.json
            case .ndjson: text += row.json + "\n"
            }
            count += 1
        }
        try put(text)
    }

    /// Ends the output.
    func end() throws {
        if format == .json { try put(count == 0 ? "]\n" : "\n]\n") }
    }

    private func put(_ text: String) throws {
        // The reader of a pipe that had enough is no fault of ours.
        guard Console.printData(text) else { throw OutputClosed() }
    }
}

/// Standard output takes no more.
struct OutputClosed: Error {}
