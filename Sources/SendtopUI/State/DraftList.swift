import SendtopCore

/// The saved drafts as they are shown, and what is being done with them.
struct DraftList: Sendable, Hashable {
    /// What the keyboard is at.
    enum Phase: Sendable, Hashable {
        case choosing
        /// Types the name to save under.
        case naming
        /// Asks whether to delete the draft of a name.
        case deleting(String)
    }

    /// The newest first; `nil` until they were read.
    var saved: [SavedDraft]?
    /// Why they cannot be had.
    var problem: String?
    var cursor = 0
    var phase = Phase.choosing
    var name = TextField()

    /// The draft that the keyboard acts on.
    var chosen: SavedDraft? {
        saved?[at: cursor]
    }

    /// The draft that would be replaced by saving under the typed name.
    var replaced: SavedDraft? {
        saved?.first { $0.name == name.text.trimmed }
    }

    /// Where keys are looked up.
    var scopes: [Action.Scope] {
        switch phase {
        case .choosing: [.drafts, .everywhere]
        case .naming: [.naming, .field, .everywhere]
        case .deleting: [.deleting, .everywhere]
        }
    }

    /// Takes the drafts as they are now; the keyboard stays at the same one.
    mutating func take(_ drafts: [SavedDraft]) {
        let name = chosen?.name
        saved = drafts
        problem = nil
        cursor = max(0, min(drafts.firstIndex { $0.name == name } ?? cursor, drafts.count - 1))
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
