/// What lies over the panes; the last one has the keyboard.
enum Layer: Sendable, Hashable {
    case timeline
    case reasons
    case compose
    /// The exact request that the form makes.
    case request
    /// The drafts that were saved.
    case drafts
    case message
    /// The chosen send's events as they came.
    case raw
    /// The characters of the chosen send's events that are not what they seem.
    case codePoints
    /// What the chosen reason means.
    case explanation
    /// How many sends reached each status over time, and how long the steps took.
    case charts
    case columns
    case themes
    case help

    /// The layer's name among the places that led here.
    var title: String {
        switch self {
        case .timeline: "timeline"
        case .reasons: "bounce reasons"
        case .compose: "compose"
        case .request: "request"
        case .drafts: "drafts"
        case .message: "message"
        case .raw: "postbacks"
        case .codePoints: "code points"
        case .explanation: "explain"
        case .charts: "charts"
        case .columns: "columns"
        case .themes: "themes"
        case .help: "keys"
        }
    }
}
