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

    /// Who beats whom: the lowest counts.
    var rank: Int {
        switch self {
        case .flag: 0
        case .environment: 1
        case .file: 2
        case .byDefault: 3
        }
    }
}
