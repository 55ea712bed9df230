public import SendtopCore

/// One exported row: its values by the columns' names, in their order.
public struct ExportRow: Sendable, Hashable {
    public var object: JSONObject
    /// What people read in place of a value, by the column's name.
    var shown: [String: String] = [:]

    public init(_ object: JSONObject) {
        self.object = object
    }

    /// The row as one line of JSON that is safe to print.
    public var json: String {
        JSON.object(object).text(escaping: .terminalSafe)
    }

    /// The row as one record of CSV, without the line's end; absent values are empty.
    public func csv(_ columns: [ExportColumn]) -> String {
        columns.map { column in
            switch object[column.name] {
            case .string(let text): CSVField.text(text)
            case .null, nil: ""
            case .some(let value): value.text()
            }
        }.joined(separator: ",")
    }

    /// What people read in a column, not cleaned yet.
    func text(_ column: ExportColumn) -> String {
        if let shown = shown[column.name] { return shown }
        return switch object[column.name] {
        case .string(let text): text
        case .null, nil: ""
        case .some(let value): value.text()
        }
    }
}
