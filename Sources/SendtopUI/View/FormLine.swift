import SendtopCore

/// A line of the compose form.
enum FormLine {
    /// Some rows of a field that is typed in.
    case field(SendDraft.Field, rows: Int)
    /// The campaign that is chosen of the profile's list.
    case choice
    /// An entry of the list that is open.
    case option(Choice, isChosen: Bool)
    case send
    /// The word that confirms a send which mails real people.
    case word
    /// What there is to say below a field or below the button.
    case text([Run])
    case gap

    var rows: Int {
        if case .field(_, let rows) = self { rows } else { 1 }
    }
}
