/// What is wrong with the configuration, and where.
struct ConfigurationFault: Error, Sendable, Hashable {
    /// Where a value stands.
    enum Place: Sendable, Hashable {
        case file(String, line: Int, column: Int)
        case environment(String)
        case flag(String)
    }

    /// What is wrong with it.
    enum Problem: Sendable, Hashable {
        case unreadable(String)
        case notYAML(String)
        case unknownKey(String, known: [String])
        case badValue(key: String, value: String, expected: String)
        /// A list or a map stands where something else must.
        case badKind(key: String, kind: String, expected: String)
        case unknownProfile(String, known: [String])
        case noKey(profile: String)
        case keySource(profile: String, String)
        case missing(key: String)
        /// A sentence from whoever the value is for.
        case invalid(String)
    }

    var place: Place?
    var problem: Problem
}

extension ConfigurationFault: CustomStringConvertible {
    /// One sentence: where, what, and what to do.
    var description: String {
        switch place {
        case .file(let file, let line, let column): "\(file):\(line):\(column): \(sentence)"
        case .environment(let name): "environment variable \(name): \(sentence)"
        case .flag(let name): "\(name): \(sentence)"
        case nil: sentence
        }
    }

    private var sentence: String {
        switch problem {
        case .unreadable(let reason): "the file cannot be read: \(reason)."
        case .notYAML(let reason): "this is not YAML: \(reason)."
        case .unknownKey(let key, let known):
            "the key \"\(key)\" is unknown; known here: \(known.joined(separator: ", "))."
        case .badValue(let key, let value, let expected): "\(key) is \"\(value)\"; it must be \(expected)."
        case .badKind(let key, let kind, let expected): "\(key) is \(kind); it must be \(expected)."
        case .unknownProfile(let name, let known):
            "there is no profile \"\(name)\"; known: \(known.joined(separator: ", "))."
                + " Add it under profiles: in the configuration file."
        case .noKey(let profile):
            "profile \"\(profile)\" has no API key; set SENDTOP_API_KEY,"
                + " or api_key_file or api_key_command in the profile."
        case .keySource(let profile, let reason): "the API key of profile \"\(profile)\" cannot be had: \(reason)."
        case .missing(let key): "\(key) is missing."
        case .invalid(let sentence): sentence
        }
    }
}
