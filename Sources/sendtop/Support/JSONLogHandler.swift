import Logging
import SendtopCore

/// Writes log records as one JSON object a line, with `at`, `level`, `logger` and `message` before the metadata.
///
/// A key of the metadata that is one of these gets `_` after it.
struct JSONLogHandler: LogHandler {
    private let output: LogOutput
    private let label: String
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    init(label: String, output: LogOutput) {
        self.label = label
        self.output = output
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var object = JSONObject()
        object["at"] = .string(Timestamp.now().iso8601)
        object["level"] = .string("\(event.level)")
        object["logger"] = .string(label)
        object["message"] = .string("\(event.message)")
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            object[object[key] == nil ? key : key + "_"] = JSONLogHandler.json(value)
        }
        output.write(JSON.object(object).text(escaping: .terminalSafe) + "\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> JSON {
        switch value {
        case .string(let text): return .string(text)
        case .stringConvertible(let value as Int): return .number(JSONNumber(value))
        case .stringConvertible(let value): return .string("\(value)")
        case .array(let values): return .array(values.map(json))
        case .dictionary(let values):
            var object = JSONObject()
            for (key, value) in values.sorted(by: { $0.key < $1.key }) { object[key] = json(value) }
            return .object(object)
        }
    }
}
