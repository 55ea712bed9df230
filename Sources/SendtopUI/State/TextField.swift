/// Text that is being typed, with its cursor, its selection and its history.
struct TextField: Sendable, Hashable {
    /// More than any field may hold; what is pasted beyond it is left out.
    static let limit = 100_000

    let isMultiline: Bool
    private(set) var characters: [Character] = []
    /// Characters before the cursor.
    private(set) var cursor = 0
    /// The end of the selection that the cursor is not at.
    private var anchor: Int?
    /// Whether every key that moves selects.
    private(set) var isSelecting = false
    /// What was cut or copied last.
    var kept: [Character] = []
    private var history = EditHistory()

    init(_ text: String = "", isMultiline: Bool = false) {
        self.isMultiline = isMultiline
        characters = cleaned(text)
        cursor = characters.count
    }

    var text: String {
        String(characters)
    }

    var isEmpty: Bool {
        characters.isEmpty
    }

    /// The selected characters, when there are any.
    var selection: Range<Int>? {
        guard let anchor, anchor != cursor else { return nil }
        return min(anchor, cursor)..<max(anchor, cursor)
    }

    /// Puts text at the cursor, in place of the selection. A line break stays one in a text of several lines, and is a
    /// blank otherwise.
    ///
    /// - Parameter isTyped: whether a key typed it, so that it belongs together with what was typed before.
    mutating func insert(_ text: String, isTyped: Bool = false) {
        let range = selection ?? cursor..<cursor
        let room = max(0, TextField.limit - characters.count + range.count)
        let added = cleaned(text)
        guard !added.isEmpty || !range.isEmpty else { return }
        replace(range, with: Array(added.prefix(room)), isTyped: isTyped && range.isEmpty)
    }

    /// Takes another text in place of all that was typed; it can be taken back.
    mutating func replaceAll(with text: String) {
        let new = cleaned(text)
        guard new != characters else { return }
        replace(characters.indices, with: new)
    }

    /// The text as it goes into the field.
    private func cleaned(_ text: String) -> [Character] {
        var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        if !isMultiline {
            while text.hasSuffix("\n") { text.removeLast() }
            text = text.replacing("\n", with: " ")
        }
        return Array(text.prefix(TextField.limit))
    }

    /// Puts characters in the place of others, and the cursor behind them.
    mutating func replace(_ range: Range<Int>, with new: [Character], isTyped: Bool = false) {
        let before = range.lowerBound > 0 ? range.lowerBound - 1 : nil
        let after = range.upperBound < characters.count ? range.upperBound : nil
        let head = (before.map { [characters[$0]] } ?? []) + new
        let whole = Array(String(head + (after.map { [characters[$0]] } ?? [])))
        guard whole.count == head.count + (after == nil ? 0 : 1) else {
            // What stands side by side now is one character with its neighbour.
            let wider = (before ?? range.lowerBound)..<(after.map { $0 + 1 } ?? range.upperBound)
            change(
                wider,
                whole,
                cursor: wider.lowerBound + min(whole.count, Array(String(head)).count),
                isTyped: isTyped
            )
            return
        }
        change(range, new, cursor: range.lowerBound + new.count, isTyped: isTyped)
    }

    private mutating func change(_ range: Range<Int>, _ new: [Character], cursor target: Int, isTyped: Bool) {
        let removed = Array(characters[range])
        guard !removed.isEmpty || !new.isEmpty else { return }
        history.note(
            EditHistory.Change(start: range.lowerBound, removed: removed, inserted: new, cursor: cursor),
            isTyped: isTyped
        )
        characters.replaceSubrange(range, with: new)
        cursor = target
        endSelection()
    }

    /// Takes the last change back; says whether there was one.
    mutating func undo() -> Bool {
        guard let change = history.undo() else { return false }
        characters.replaceSubrange(change.start..<change.start + change.inserted.count, with: change.removed)
        cursor = change.cursor
        endSelection()
        return true
    }

    /// Makes the change again that was taken back last; says whether there was one.
    mutating func redo() -> Bool {
        guard let change = history.redo() else { return false }
        characters.replaceSubrange(change.start..<change.start + change.removed.count, with: change.inserted)
        cursor = change.start + change.inserted.count
        endSelection()
        return true
    }

    /// Puts the cursor at a place.
    ///
    /// - Parameter selects: whether what lies between is selected.
    mutating func move(to target: Int, selects: Bool = false) {
        history.close()
        if selects || isSelecting {
            anchor = anchor ?? cursor
        } else {
            anchor = nil
        }
        cursor = max(0, min(characters.count, target))
    }

    /// Lets every key that moves select from here, or stops that.
    mutating func toggleSelecting() {
        let wasSelecting = isSelecting
        endSelection()
        isSelecting = !wasSelecting
        if isSelecting { anchor = cursor }
    }

    mutating func endSelection() {
        anchor = nil
        isSelecting = false
    }
}
