public import SendtopCore

/// Sends as rows of the table's columns: what the screen cuts short is whole here.
public struct SendTable: Sendable, Hashable {
    public let columns: [ExportColumn]
    private let chosen: [Column]
    private let campaigns: [String: String]

    /// - Parameters:
    ///   - columns: what a row holds, in this order.
    ///   - campaigns: the names of campaigns by their identifiers.
    public init(_ columns: [Column], campaigns: [String: String]) {
        chosen = columns
        self.columns = columns.map { ExportColumn($0.rawValue, title: $0.title, isNumber: $0.isNumber) }
        self.campaigns = campaigns
    }

    /// A send's row: times in ISO 8601, and for programs spans in milliseconds.
    public func row(_ row: SendRow) -> ExportRow {
        var result = ExportRow(JSONObject())
        for column in chosen {
            let name = column.rawValue
            switch column.value(of: row, campaigns: campaigns) {
            case .time(let time): result.object[name] = .string(time.iso8601)
            case .status(let status):
                result.object[name] = .string(status.rawValue)
                result.shown[name] = "\(row.send.shape(.unicode)) \(status.rawValue)"
            case .span(let span):
                result.object[name] = span.map { .number(JSONNumber($0)) } ?? .null
                result.shown[name] = span.map(Milliseconds.short)
            case .name(let text), .text(let text): result.object[name] = text.map(JSON.string) ?? .null
            case .count(let count): result.object[name] = .number(JSONNumber(count))
            }
        }
        return result
    }
}
