/// How the screen can be exported; the raw value is its name, and how its files' names end.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    case csv
    case ndjson
    case md
    case txt
    case svg

    /// The format that rows are written in; `nil` for a picture.
    var rows: RowFormat? {
        RowFormat(rawValue: rawValue)
    }

    /// Whether the format is for programs, which want rows and nothing else.
    var needsRows: Bool {
        [.csv, .ndjson].contains(self)
    }

    /// A few words for the chooser.
    var help: String {
        switch self {
        case .csv: "for a spreadsheet"
        case .ndjson: "for programs"
        case .md: "for a ticket or a chat"
        case .txt: "for reading"
        case .svg: "a picture of this screen"
        }
    }

    /// What a key says to have it.
    var action: Action.ID {
        switch self {
        case .csv: .exportCSV
        case .ndjson: .exportNDJSON
        case .md: .exportMarkdown
        case .txt: .exportText
        case .svg: .exportPicture
        }
    }
}
