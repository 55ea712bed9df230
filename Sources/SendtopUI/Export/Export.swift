public import SendtopCore

/// What is to be written to a file.
public enum Export: Sendable, Hashable {
    /// Sends as rows, however many.
    case sends(SendExport)
    /// A text that is there as a whole.
    case document(ExportDocument)
    /// The screen as it is: `MonitorState.picture`.
    case picture
}

/// Which sends are to be written, and how.
public struct SendExport: Sendable, Hashable {
    public var selection: Selection
    public var order: RowOrder
    public var table: SendTable
    public var format: RowFormat
}

/// A file's text.
public struct ExportDocument: Sendable, Hashable {
    /// What the file's name begins with.
    public var name: String
    public var format: ExportFormat
    public var text: String
    /// What was exported, and how much of it, in a few words.
    public var summary: String
}
