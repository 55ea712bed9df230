import SendtopCore

/// An entry of a list that a field of the form offers.
struct Choice: Sendable, Hashable {
    /// What taking the entry does.
    enum Value: Sendable, Hashable {
        /// Chooses a campaign by its place in the profile's list.
        case campaign(Int)
        /// Fills a field in.
        case text(String)
        case alias(UsedValues.Alias)
        /// Puts a key of JSON in.
        case key(String)
        /// Begins an object with these keys.
        case keys([UsedValues.Property])
    }

    var value: Value
    /// What the list shows, and what is typed is looked for in.
    var text: String
    var detail = ""

    /// Entries that are listed at most.
    static let limit = 50
}

/// The list that is open under the focused field.
struct ChoiceList: Sendable, Hashable {
    /// The chosen entry; `nil` for what is typed.
    var index: Int?
    /// Whether what is typed narrows the list.
    var isFiltered: Bool
}
