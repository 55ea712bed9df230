public import SendtopCore

/// A draft that somebody gave a name.
public struct SavedDraft: Sendable, Hashable {
    public var name: String
    public var savedAt: Timestamp
    public var draft: SendDraft

    /// Characters of a name at most.
    public static let nameLimit = 60

    public init(name: String, savedAt: Timestamp, draft: SendDraft) {
        self.name = name
        self.savedAt = savedAt
        self.draft = draft
    }
}

extension SavedDraft {
    /// The draft as it is kept in a file: name, time, and the fields that are not empty.
    public var json: JSON {
        var fields = JSONObject()
        for field in SendDraft.Field.allCases where !draft[field].isEmpty {
            fields[field.rawValue] = .string(draft[field])
        }
        return ["name": .string(name), "saved_at": .string(savedAt.iso8601), "fields": .object(fields)]
    }

    /// Reads a draft of a file; `nil` when it is none.
    public init?(json: JSON) {
        guard let object = json.object, let name = object["name"]?.string, let fields = object["fields"]?.object,
            let at = object["saved_at"]?.string.flatMap(Timestamp.init(iso8601:))
        else { return nil }
        var draft = SendDraft()
        for member in fields.members {
            guard let field = SendDraft.Field(rawValue: member.key), let text = member.value.string else { return nil }
            draft[field] = text
        }
        self.init(name: name, savedAt: at, draft: draft)
    }
}
