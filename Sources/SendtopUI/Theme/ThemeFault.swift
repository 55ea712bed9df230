/// Where and why a theme file cannot be used.
public struct ThemeFault: Error, Sendable, Hashable {
    /// What is wrong at the place.
    public enum Problem: Sendable, Hashable {
        /// The text is no YAML; what the reader said.
        case notYAML(String)
        /// Something that must be a mapping of keys to values is not.
        case notMapping(String)
        case missing(key: String, in: String)
        case unknownKey(String, in: String, allowed: [String])
        case repeatedKey(String)
        case value(String, of: String, expected: String)
    }

    public let file: String
    /// Line and column of the fault, from 1.
    public let line: Int
    public let column: Int
    public let problem: Problem

    init(file: String, line: Int, column: Int, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}

extension ThemeFault: CustomStringConvertible {
    /// One sentence with file, line and column, and what to write instead.
    public var description: String {
        "\(file):\(line):\(column): \(problem.sentence)"
    }
}

extension ThemeFault.Problem {
    fileprivate var sentence: String {
        switch self {
        case .notYAML(let problem):
            "the theme is not YAML: \(problem)."
        case .notMapping(let place):
            "\(place) must be a mapping of keys to values."
        case .missing(let key, let place):
            "\(place) lacks the key \(key); add it."
        case .unknownKey(let key, let place, let allowed):
            "\(place) has the unknown key \"\(key)\"; allowed are \(allowed.joined(separator: ", "))."
        case .repeatedKey(let key):
            "the key \"\(key)\" is there twice; keep one."
        case .value(let value, let key, let expected):
            "\(key) is \"\(value)\"; it must be \(expected)."
        }
    }
}
