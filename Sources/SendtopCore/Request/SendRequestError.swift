/// Everything that is wrong with a draft.
public struct SendRequestError: Error, Sendable, Hashable {
    /// One fault: the field, what it holds, and the rule that it breaks.
    public struct Fault: Sendable, Hashable {
        /// Where in the form.
        public var field: SendDraft.Field
        /// What the field holds, as it was typed.
        public var value: String
        /// What it should have been.
        public var rule: Rule

        /// Makes a fault from its facts.
        public init(field: SendDraft.Field, value: String, rule: Rule) {
            self.field = field
            self.value = value
            self.rule = rule
        }
    }

    /// What a field must be.
    public enum Rule: Sendable, Hashable {
        case required
        case campaignIdentifier
        case oneRecipient
        case bothAliasParts
        case externalSendIDCharacters
        case json(JSONError)
        case object(found: String)
        case size(bytes: Int, limit: Int)
        case noLineBreak(at: String)
        case arrayLength(at: String, count: Int, limit: Int)
        case operand(at: String, operation: String, expected: String)
        case notRemovable(at: String)
    }

    /// In the order of the form.
    public var faults: [Fault]

    /// Makes an error of faults that were found.
    public init(faults: [Fault]) {
        self.faults = faults
    }
}

extension SendRequestError: CustomStringConvertible {
    /// One line a fault.
    public var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}

extension SendRequestError.Fault: CustomStringConvertible {
    /// One sentence that names field, value and rule.
    public var description: String {
        let name = field.rawValue
        return switch rule {
        case .required:
            "\(name) is empty; it must be given."
        case .campaignIdentifier:
            "\(name) is \(shown); it must be a campaign API identifier such as 417220e4-5a2a-b634-7f7d-9ec891532368."
        case .oneRecipient:
            "\(name) is \(shown); give exactly one of external_user_id and user_alias."
        case .bothAliasParts:
            "\(name) is empty; a user_alias needs both alias_name and alias_label."
        case .externalSendIDCharacters:
            "\(name) is \(shown); only A-Z a-z 0-9 - _ + / = are allowed."
        case .json(let error):
            "\(name) is not JSON: \(error)."
        case .object(let found):
            "\(name) is \(found); it must be a JSON object."
        case .size(let bytes, let limit):
            "\(name) has \(bytes) bytes when encoded; at most \(limit) are allowed."
        case .noLineBreak(let place):
            "\(place) holds a line break; it would end up in a mail header, where none is allowed."
        case .arrayLength(let place, let count, let limit):
            "\(place) has \(count) elements; at most \(limit) are allowed."
        case .operand(let place, let operation, let expected):
            "\(place) asks for \"\(operation)\"; its value must be \(expected)."
        case .notRemovable(let place):
            "\(place) is null; this field cannot be removed."
        }
    }

    private var shown: String {
        let limit = 60
        let text = value.count > limit ? "\(value.prefix(limit))…" : value
        return JSON.string(text).text(escaping: .terminalSafe)
    }
}
