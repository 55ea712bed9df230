import Logging
import SendtopCore

extension LogFormat {
    /// A record as a line without its end; nothing in it can move a cursor.
    ///
    /// As text, a fact that is more than a word stands in quotation marks. As JSON, `at`, `level`, `logger` and
    /// `message` stand before the facts; a fact of one of these names gets `_` after it.
    func line(_ event: LogEvent, label: String, facts: [(key: String, value: Logger.Metadata.Value)]) -> String {
        let at = Timestamp.now().iso8601
        switch self {
        case .text:
            let facts = facts.map { " \($0.key)=\(LogFormat.quoted("\($0.value)"))" }.joined()
            return TextGate.line("\(at) \(event.level) \(label): \(event.message)\(facts)")
        case .json:
            var object = JSONObject()
            object["at"] = .string(at)
            object["level"] = .string("\(event.level)")
            object["logger"] = .string(label)
            object["message"] = .string("\(event.message)")
            for (key, value) in facts { object[object[key] == nil ? key : key + "_"] = LogFormat.json(value) }
            return JSON.object(object).text(escaping: .terminalSafe)
        }
    }

    /// A fact's text so that no sender can write what looks like another fact.
    private static func quoted(_ text: String) -> String {
        // What the gate puts in place of a character may be a blank.
        let text = TextGate.line(text)
        let isPlain = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "=" || $0 == "\"" }
        return isPlain ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
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
