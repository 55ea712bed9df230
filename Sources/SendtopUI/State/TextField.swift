/// Text that is being typed, with its cursor.
struct TextField: Sendable, Hashable {
    /// What a key does to the text.
    enum Edit: Sendable, Hashable {
        case left, right, lineStart, lineEnd, lineUp, lineDown
        case deleteBack, deleteForward, deleteWord, deleteToStart, deleteToEnd
        case putBack
    }

    /// More than any field may hold; what is pasted beyond it is left out.
    static let limit = 200_000

    let isMultiline: Bool
    private(set) var characters: [Character] = []
    /// Characters before the cursor.
    private(set) var cursor = 0
    private var deleted: [Character] = []

    init(_ text: String = "", isMultiline: Bool = false) {
        self.isMultiline = isMultiline
        insert(text)
    }

    var text: String {
        String(characters)
    }

    var isEmpty: Bool {
        characters.isEmpty
    }

    /// Lines of the text, at least one.
    var lines: [String] {
        characters.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    /// The line that the cursor is in, and the text of that line before it.
    var place: (line: Int, before: String) {
        let start = lineStart
        return (characters[..<start].count { $0 == "\n" }, String(characters[start..<cursor]))
    }

    /// Puts text at the cursor. A line break stays one in a text of several lines, and is a blank otherwise.
    mutating func insert(_ text: String) {
        var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        if !isMultiline {
            while text.hasSuffix("\n") { text.removeLast() }
            text = text.replacing("\n", with: " ")
        }
        let added = Array(text.prefix(max(0, TextField.limit - characters.count)))
        characters.insert(contentsOf: added, at: cursor)
        cursor += added.count
    }

    /// Puts the cursor at a line and a column in Unicode scalars, both from 1, or at the nearest place there is.
    mutating func moveTo(line: Int, column: Int) {
        var currentLine = 1
        var currentColumn = 1
        cursor = 0
        for character in characters {
            if currentLine > line || (currentLine == line && (currentColumn >= column || character == "\n")) { break }
            if character == "\n" {
                currentLine += 1
                currentColumn = 1
            } else {
                currentColumn += character.unicodeScalars.count
            }
            cursor += 1
        }
    }

    /// Changes text or cursor; says whether there was anything to do.
    @discardableResult
    mutating func apply(_ edit: Edit) -> Bool {
        let before = (cursor, characters.count)
        switch edit {
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .lineStart: cursor = lineStart
        case .lineEnd: cursor = lineEnd
        case .lineUp: moveUp()
        case .lineDown: moveDown()
        case .deleteBack: characters.removeSubrange(max(0, cursor - 1)..<cursor); cursor = max(0, cursor - 1)
        case .deleteForward: characters.removeSubrange(cursor..<min(characters.count, cursor + 1))
        case .deleteWord: delete(wordStart..<cursor)
        case .deleteToStart: delete(lineStart..<cursor)
        case .deleteToEnd: delete(cursor..<lineEnd)
        case .putBack: insert(String(deleted))
        }
        return before != (cursor, characters.count)
    }

    private var lineStart: Int {
        characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }

    private var lineEnd: Int {
        characters[cursor...].firstIndex(of: "\n") ?? characters.count
    }

    private var wordStart: Int {
        var index = cursor
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    private mutating func moveUp() {
        let start = lineStart
        guard start > 0 else { return }
        let column = cursor - start
        cursor = start - 1
        cursor = min(lineStart + column, start - 1)
    }

    private mutating func moveDown() {
        let end = lineEnd
        guard end < characters.count else { return }
        let column = cursor - lineStart
        cursor = end + 1
        cursor = min(end + 1 + column, lineEnd)
    }

    private mutating func delete(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        deleted = Array(characters[range])
        characters.removeSubrange(range)
        cursor = range.lowerBound
    }
}

extension TextField.Edit {
    /// The edit that an action means, when it means one.
    init?(_ id: Action.ID) {
        switch id {
        case .left: self = .left
        case .right: self = .right
        case .lineStart: self = .lineStart
        case .lineEnd: self = .lineEnd
        case .lineUp: self = .lineUp
        case .lineDown: self = .lineDown
        case .deleteBack: self = .deleteBack
        case .deleteForward: self = .deleteForward
        case .deleteWord: self = .deleteWord
        case .deleteToStart: self = .deleteToStart
        case .deleteToEnd: self = .deleteToEnd
        case .putBack: self = .putBack
        default: return nil
        }
    }
}
