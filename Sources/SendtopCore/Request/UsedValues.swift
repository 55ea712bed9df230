/// What our own sends were composed of, newest first: what a form offers to use again.
public struct UsedValues: Sendable, Hashable {
    /// A user's name within a label.
    public struct Alias: Sendable, Hashable {
        /// The kind of name, such as `customer`.
        public var label: String
        /// The name itself.
        public var name: String

        /// Makes an alias.
        public init(label: String, name: String) {
            self.label = label
            self.name = name
        }
    }

    /// A key that a JSON field held with one campaign, and what kind of value stood under it.
    public struct Property: Sendable, Hashable {
        /// The key.
        public var key: String
        /// An empty value of the kind that was used: `""`, `0`, `false`, `null`, `[]` or `{}`.
        public var blank: JSON

        /// Makes a property.
        public init(key: String, blank: JSON) {
            self.key = key
            self.blank = blank
        }
    }

    /// The fields of one campaign's requests.
    private struct Place: Sendable, Hashable {
        var campaign: String
        var field: SendDraft.Field
    }

    /// API identifiers of campaigns.
    public private(set) var campaigns: [String] = []
    /// External user ids.
    public private(set) var users: [String] = []
    /// Aliases.
    public private(set) var aliases: [Alias] = []
    private var properties: [Place: [Property]] = [:]

    /// The same without users and aliases, for a screen that masks people.
    public var withoutPeople: UsedValues {
        var values = self
        values.users = []
        values.aliases = []
        return values
    }

    /// Keys of one campaign's field beyond this many are not kept.
    private static let keyLimit = 100

    /// Makes one that knows nothing.
    public init() {}

    /// Takes what a request of ours held, which is older than those before.
    public mutating func note(_ record: SendRecord) {
        if !campaigns.contains(record.campaignAPIID) { campaigns.append(record.campaignAPIID) }
        let body = record.request.object
        let person = body?["recipient"]?.object
        if let user = person?["external_user_id"]?.string {
            if !users.contains(user) { users.append(user) }
        } else if let alias = person?["user_alias"]?.object, let label = alias["alias_label"]?.string,
            let name = alias["alias_name"]?.string
        {
            let alias = Alias(label: label, name: name)
            if !aliases.contains(alias) { aliases.append(alias) }
        }
        note(body?["trigger_properties"]?.object, Place(campaign: record.campaignAPIID, field: .triggerProperties))
        note(person?["attributes"]?.object, Place(campaign: record.campaignAPIID, field: .attributes))
    }

    private mutating func note(_ object: JSONObject?, _ place: Place) {
        for member in object?.members ?? [] {
            guard properties[place, default: []].count < UsedValues.keyLimit else { return }
            guard !properties[place, default: []].contains(where: { $0.key == member.key }) else { continue }
            properties[place, default: []].append(Property(key: member.key, blank: member.value.blank))
        }
    }

    /// The keys that a JSON field held with a campaign.
    public func properties(of field: SendDraft.Field, campaign: String) -> [Property] {
        properties[Place(campaign: campaign, field: field)] ?? []
    }
}

extension JSON {
    /// An empty value of the same kind.
    fileprivate var blank: JSON {
        switch self {
        case .null: nil
        case .bool: false
        case .number: 0
        case .string: ""
        case .array: []
        case .object: [:]
        }
    }
}
