extension TextField {
    /// What a key does to the text.
    enum Edit: Sendable, Hashable, CaseIterable {
        case left, right, lineStart, lineEnd, lineUp, lineDown, wordLeft, wordRight
        case selectLeft, selectRight, selectToStart, selectToEnd, selectUp, selectDown
        case selectWordLeft, selectWordRight, select, copySelection
        case deleteBack, deleteForward, deleteWord, deleteToStart, deleteToEnd
        case putBack, undo, redo

        /// The move that the selection follows, for an edit that selects.
        fileprivate var selected: Edit? {
            switch self {
            case .selectLeft: .left
            case .selectRight: .right
            case .selectToStart: .lineStart
            case .selectToEnd: .lineEnd
            case .selectUp: .lineUp
            case .selectDown: .lineDown
            case .selectWordLeft: .wordLeft
            case .selectWordRight: .wordRight
            default: nil
            }
        }
    }

    /// Changes text, cursor or selection; says whether there was anything to do.
    @discardableResult
    mutating func apply(_ edit: Edit) -> Bool {
        let before = self
        switch edit {
        case .select: toggleSelecting()
        case .copySelection: if let selection { keep(selection) }
        case .deleteBack: remove(selection ?? max(0, cursor - 1)..<cursor)
        case .deleteForward: remove(selection ?? cursor..<min(characters.count, cursor + 1))
        case .deleteWord: cut(selection ?? wordStart..<cursor)
        case .deleteToStart: cut(lineStart..<cursor)
        case .deleteToEnd: cut(cursor..<lineEnd)
        case .putBack: insert(String(kept))
        case .undo: return undo()
        case .redo: return redo()
        default:
            if let place = destination(of: edit.selected ?? edit) { move(to: place, selects: edit.selected != nil) }
        }
        return before.cursor != cursor || before.characters.count != characters.count || before.selection != selection
            || before.isSelecting != isSelecting
    }

    /// Where a move leads; `nil` for one that leads nowhere.
    private func destination(of move: Edit) -> Int? {
        switch move {
        case .left: cursor - 1
        case .right: cursor + 1
        case .lineStart: lineStart
        case .lineEnd: lineEnd
        case .lineUp: above
        case .lineDown: below
        case .wordLeft: wordStart
        case .wordRight: wordEnd
        default: nil
        }
    }

    private mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        replace(range, with: [], isTyped: range.count == 1)
    }

    private mutating func keep(_ range: Range<Int>) {
        kept = Array(characters[range])
        endSelection()
    }

    private mutating func cut(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        kept = Array(characters[range])
        replace(range, with: [])
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
        case .wordLeft: self = .wordLeft
        case .wordRight: self = .wordRight
        case .selectLeft: self = .selectLeft
        case .selectRight: self = .selectRight
        case .selectUp: self = .selectUp
        case .selectDown: self = .selectDown
        case .selectToStart: self = .selectToStart
        case .selectToEnd: self = .selectToEnd
        case .selectWordLeft: self = .selectWordLeft
        case .selectWordRight: self = .selectWordRight
        case .select: self = .select
        case .copySelection: self = .copySelection
        case .deleteBack: self = .deleteBack
        case .deleteForward: self = .deleteForward
        case .deleteWord: self = .deleteWord
        case .deleteToStart: self = .deleteToStart
        case .deleteToEnd: self = .deleteToEnd
        case .putBack: self = .putBack
        case .undo: self = .undo
        case .redo: self = .redo
        default: return nil
        }
    }
}
