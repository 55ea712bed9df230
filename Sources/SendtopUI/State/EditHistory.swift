/// What was changed in a text, so that it can be taken back and made again.
struct EditHistory: Sendable, Hashable {
    /// Some characters gave way to others.
    struct Change: Sendable, Hashable {
        var start: Int
        var removed: [Character]
        var inserted: [Character]
        /// The cursor before the change.
        var cursor: Int
    }

    /// Changes and characters beyond these are forgotten, the oldest first.
    static let changeLimit = 200
    static let characterLimit = 200_000

    private var past: [Change] = []
    private var future: [Change] = []
    private var size = 0
    /// Whether what is typed next belongs to the newest change.
    private(set) var isOpen = false

    /// Takes a change into account; what was taken back before it is gone.
    mutating func note(_ change: Change, isTyped: Bool) {
        future = []
        defer { isOpen = isTyped }
        if isTyped, isOpen, let last = past.last, let joined = last.joined(with: change) {
            past[past.count - 1] = joined
        } else {
            past.append(change)
        }
        size += change.size
        while past.count > EditHistory.changeLimit || (size > EditHistory.characterLimit && past.count > 1) {
            size -= past.removeFirst().size
        }
    }

    /// Ends the newest change: what is typed next is another one.
    mutating func close() {
        isOpen = false
    }

    /// The change that is to be taken back.
    mutating func undo() -> Change? {
        isOpen = false
        guard let change = past.popLast() else { return nil }
        size -= change.size
        future.append(change)
        return change
    }

    /// The change that is to be made again.
    mutating func redo() -> Change? {
        isOpen = false
        guard let change = future.popLast() else { return nil }
        size += change.size
        past.append(change)
        return change
    }
}

extension EditHistory.Change {
    fileprivate var size: Int {
        removed.count + inserted.count
    }

    /// One change for two, when the second goes on typing or deleting where the first one left off; a new word is a
    /// change of its own.
    fileprivate func joined(with next: EditHistory.Change) -> EditHistory.Change? {
        var joined = self
        if next.removed.isEmpty, next.start == start + inserted.count {
            let beginsWord = next.inserted.first?.isWhitespace == false && inserted.last?.isWhitespace == true
            guard !beginsWord, !inserted.isEmpty else { return nil }
            joined.inserted += next.inserted
            return joined
        }
        if inserted.isEmpty, next.inserted.isEmpty, next.start + next.removed.count == start {
            joined.start = next.start
            joined.removed = next.removed + removed
            return joined
        }
        return nil
    }
}
