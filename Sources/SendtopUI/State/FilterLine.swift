import SendtopCore

/// The filter's text, and what to go back to while it is typed.
struct FilterLine: Sendable, Hashable {
    /// The state from before the typing.
    struct Previous: Sendable, Hashable {
        var field: TextField
        var viewport: Viewport
    }

    var field = TextField()
    /// There while the filter is being typed.
    var previous: Previous?

    var isEditing: Bool {
        previous != nil
    }

    var filter: Filter {
        Filter(words: field.text)
    }
}
