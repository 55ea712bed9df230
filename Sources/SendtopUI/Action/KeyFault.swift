/// Where and why a key file cannot be used.
public struct KeyFault: Error, Sendable, Hashable {
    /// What is wrong at the place.
    public enum Problem: Sendable, Hashable {
        /// The text is no YAML; what the reader said.
        case notYAML(String)
        case notMapping
        case unknownAction(String, nearest: String?)
        case repeatedAction(String)
        /// The value is neither a key nor a list of keys.
        case noKeys(String)
        case unknownKey(String, nearest: String?)
        case unreachableKey(String, why: String)
        /// A character that could not be typed any more.
        case typedKey(String, action: String)
        /// A key that means two things in one place.
        case taken(String, by: String, other: String, place: String)
        /// The same key twice for one action.
        case repeatedKey(String, of: String)
        /// More keys than an action that counts them has use for.
        case tooMany(String, limit: Int)
        /// Something that must always be possible has no key left.
        case gap(String, actions: [String])
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

extension KeyFault: CustomStringConvertible {
    /// One sentence with file, line and column, and what to write instead.
    public var description: String {
        "\(file):\(line):\(column): \(problem.sentence)"
    }
}

extension KeyFault.Problem {
    fileprivate var sentence: String {
        switch self {
        case .notYAML(let problem):
            "the key file is not YAML: \(problem); keys such as \"?\", \"*\" and \"[\" need quotes."
        case .notMapping:
            "the key file must be a mapping of actions to keys, such as \"filter: f\"."
        case .unknownAction(let name, let nearest):
            "there is no action \"\(name)\"\(hint(nearest)). The monitor's list of keys names them all."
        case .repeatedAction(let name):
            "the action \(name) is there twice; keep one, with its keys as a list."
        case .noKeys(let action):
            "\(action) needs a key, a list of keys such as [q, Esc], or none."
        case .unknownKey(let name, let nearest):
            "there is no key \"\(name)\"\(hint(nearest)). A key is one character or one of "
                + "\(Key.names.joined(separator: ", "))."
        case .unreachableKey(let name, let why):
            "\(name) cannot be a key: \(why)."
        case .typedKey(let name, let action):
            "\(name) cannot be a key of \(action), since it could not be typed into a text any more."
        case .taken(let key, let action, let other, let place):
            "\(key) is a key of \(other) already (\(place)); it cannot be one of \(action) too. "
                + "Give \(other) another key, or none."
        case .repeatedKey(let key, let action):
            "\(key) is there twice among the keys of \(action); keep one."
        case .tooMany(let action, let limit):
            "\(action) has use for \(limit) keys at most, one a view."
        case .gap(let what, let actions):
            "no key would be left to \(what); give \(actions.joined(separator: " or ")) one."
        }
    }

    private func hint(_ nearest: String?) -> String {
        nearest.map { "; the nearest is \($0)" } ?? ""
    }
}
