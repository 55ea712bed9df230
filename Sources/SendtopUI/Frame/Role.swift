/// A name for a colour. Every theme says how each role looks at every colour depth.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Plain text, and the background of everything.
    case text
    /// Text of less weight: headings of columns, hints, units.
    case dim
    /// The product's name and the panes' titles.
    case title
    /// Lines between panes.
    case border
    /// What the keyboard acts on: the row marker, the focused field, the active tab.
    case focus
    /// A key in a hint.
    case key
    /// Something needs a look.
    case warning
    /// Something is wrong.
    case error
    /// Something is as it should be.
    case good
    /// What replaced an unsafe character.
    case substitute
    case accepted
    case sent
    case processed
    case delivered
    case aborted
    case bounced
    case rejected
    case failed
    case taken
    case unknown
}
