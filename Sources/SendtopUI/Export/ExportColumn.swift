/// A column of exported rows.
public struct ExportColumn: Sendable, Hashable {
    /// The name of its values, for programs.
    public var name: String
    /// What stands above it, for people.
    public var title: String
    /// Whether its texts stand at their right ends.
    public var isNumber: Bool

    public init(_ name: String, title: String? = nil, isNumber: Bool = false) {
        self.name = name
        self.title = title ?? name
        self.isNumber = isNumber
    }
}
