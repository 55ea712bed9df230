/// The palette while it is open: what is typed, and which of the choices is taken.
struct Palette: Sendable, Hashable {
    /// One line of the list.
    struct Choice: Sendable, Hashable {
        /// What the typed text becomes when the choice is taken into it.
        var text: String
        /// What is shown, and what follows it in a weaker colour.
        var title: String
        var placeholder = ""
        /// The action whose key is shown.
        var action: Action.ID?
        var help: String
    }

    /// What is wrong with the text, and where.
    struct Mistake: Sendable, Hashable {
        var text: String
        /// Characters of the typed text.
        var ranges: [Range<Int>]
    }

    var field = TextField()
    /// The choice that was gone to by hand.
    var chosen: Int?
    var mistake: Mistake?

    /// The text as a command's name and what follows it; `nil` while the name is being typed.
    var words: (name: String, argument: String)? {
        let text = field.text.drop { $0.isWhitespace }
        guard let end = text.firstIndex(where: \.isWhitespace) else { return nil }
        return (text[..<end].lowercased(), String(text[end...].drop { $0.isWhitespace }))
    }

    /// Takes what changed the text into account.
    mutating func hasChanged() {
        chosen = nil
        mistake = nil
    }

    /// Marks the text from the argument on as wrong.
    mutating func refuse(_ sentence: String) {
        let length = field.characters.count
        let argument = words?.argument.count ?? length
        mistake = Mistake(text: sentence, ranges: [max(0, length - argument)..<length])
    }
}
