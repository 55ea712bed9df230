/// What lies over the panes; the last one has the keyboard.
enum Layer: Sendable, Hashable {
    case timeline
    case reasons
    case compose
    case columns
    case help

    /// The layer's name among the places that led here.
    var title: String {
        switch self {
        case .timeline: "timeline"
        case .reasons: "bounce reasons"
        case .compose: "compose"
        case .columns: "columns"
        case .help: "keys"
        }
    }
}
