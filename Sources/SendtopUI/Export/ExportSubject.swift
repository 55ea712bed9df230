/// What there is to export where one is: what the keyboard is in.
enum ExportSubject: Sendable, Hashable {
    case sends
    case timeline
    case reasons
    /// A layer that is text alone.
    case text(Layer)

    /// How it is named in the chooser.
    var title: String {
        switch self {
        case .sends: "sends"
        case .timeline: Layer.timeline.title
        case .reasons: Layer.reasons.title
        case .text(let layer): layer.title
        }
    }

    /// What the file's name begins with.
    var fileName: String {
        title.replacing(" ", with: "-")
    }

    func allows(_ format: ExportFormat) -> Bool {
        if case .text = self { !format.needsRows } else { true }
    }

    /// Why it cannot be had in a format.
    func refusal(of format: ExportFormat) -> String {
        "There is no \(format.rawValue) of \(title), which has no rows; md, txt and svg there are."
    }
}
