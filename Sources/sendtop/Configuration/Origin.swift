/// Where an option's value came from.
enum Origin: Sendable, Hashable {
    case flag
    case environment
    /// The line and the column of the configuration file.
    case file(line: Int, column: Int)
    case byDefault

    /// Whether it came from the configuration file.
    var isFile: Bool {
        if case .file = self { true } else { false }
    }
}
