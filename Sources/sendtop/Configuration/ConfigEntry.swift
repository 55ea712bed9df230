import SendtopCore

/// One option as `sendtop config` shows it.
struct ConfigEntry: Sendable {
    /// Where a value came from.
    enum Source: String, Sendable {
        case flag
        case environment
        case file
        case command
        case byDefault = "default"
    }

    /// As the file names it, with the maps around it: `profiles.staging.endpoint`.
    var key: String
    /// `nil` where there is none.
    var value: String?
    var source: Source
    /// The flag, the variable, the file with line and column, or the command.
    var place: String?

    /// An option by its origin.
    init(_ key: String, _ value: String?, _ origin: Origin, flag: String, variable: String, file: String) {
        self.key = key
        self.value = value
        switch origin {
        case .flag: (source, place) = (.flag, flag)
        case .environment: (source, place) = (.environment, variable)
        case .file(let line, let column): (source, place) = (.file, "\(file):\(line):\(column)")
        case .byDefault: (source, place) = (.byDefault, nil)
        }
    }

    /// A secret, of which nothing but its place is told.
    ///
    /// - Parameter isSet: whether there is one in the environment, when that is its place.
    init(_ key: String, secretFrom secret: SecretSource, isSet: Bool) {
        self.key = key
        value = isSet ? "\(Secret(""))" : nil
        switch secret {
        case .environment(let name): (source, place) = isSet ? (.environment, name) : (.byDefault, nil)
        case .file(let path): (source, place) = (.file, path)
        case .command(let command): (source, place) = (.command, command)
        }
    }

    /// What stands in the last column.
    var origin: String {
        switch source {
        case .byDefault: "default"
        case .command: "command: \(place ?? "")"
        case .environment: "environment: \(place ?? "")"
        case .flag, .file: place ?? ""
        }
    }

    var json: JSON {
        [
            "key": .string(key),
            "value": value.map(JSON.string) ?? .null,
            "source": .string(source.rawValue),
            "place": place.map(JSON.string) ?? .null,
        ]
    }
}
