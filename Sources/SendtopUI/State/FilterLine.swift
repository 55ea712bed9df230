import SendtopCore

/// The filter's text, what it means, and what to go back to while it is typed.
struct FilterLine: Sendable, Hashable {
    var field = TextField()
    /// The place from before the typing; there while the filter is being typed.
    var previous: Place?
    /// What the text means; while there are mistakes in it, what it meant last.
    private(set) var filter = Filter.all
    /// What is wrong with the text, in order.
    private(set) var mistakes: [FilterMistake] = []
    /// How far back in the filters from before the text was taken from, while it is.
    var recalled: Int?

    var isEditing: Bool {
        previous != nil
    }

    /// Takes the text's meaning anew.
    ///
    /// - Returns: whether it is another one.
    mutating func read(now: Timestamp, campaigns: [String: String]) -> Bool {
        do {
            let before = filter
            filter = try Filter.parse(field.text, now: now, campaigns: campaigns)
            mistakes = []
            return filter != before
        } catch {
            mistakes = error.mistakes
            return false
        }
    }
}
