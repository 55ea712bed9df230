/// The members of a JSON object in the order of the text, repeated keys included.
public struct JSONObject: Sendable, Hashable {
    /// One `"key": value` pair.
    public struct Member: Sendable, Hashable {
        /// The name, with its escapes undone.
        public var key: String
        /// What stands under the name.
        public var value: JSON

        /// Makes a pair.
        public init(key: String, value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// All members, as written.
    public var members: [Member]

    /// Makes an object of members, in their order.
    public init(_ members: [Member] = []) {
        self.members = members
    }

    /// The value of the last member of that name, as most readers take it; setting changes it in place,
    /// appends it when absent, and removes every member of that name for `nil`.
    public subscript(key: String) -> JSON? {
        get {
            members.last { $0.key == key }?.value
        }
        set {
            guard let newValue else {
                members.removeAll { $0.key == key }
                return
            }
            if let index = members.lastIndex(where: { $0.key == key }) {
                members[index].value = newValue
            } else {
                members.append(Member(key: key, value: newValue))
            }
        }
    }

    /// Whether there are no members.
    public var isEmpty: Bool {
        members.isEmpty
    }
}
