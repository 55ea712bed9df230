import SendtopCore

/// A command as the command line describes itself.
struct CommandDescription {
    /// An option, a flag or an argument.
    struct Argument {
        enum Kind: String {
            case option
            case flag
            case positional
        }

        var kind: Kind
        /// As typed, such as `-o` and `--output`; none for a positional one.
        var names: [String]
        var value: String
        var help: String
        var isOptional: Bool
        var isRepeating: Bool
    }

    var name: String
    var abstract: String
    var discussion: String
    var arguments: [Argument]
    var subcommands: [CommandDescription]

    /// Takes the object of a command from `--experimental-dump-help`.
    init(_ object: JSONObject) {
        name = object["commandName"]?.string ?? ""
        abstract = object["abstract"]?.string ?? ""
        discussion = object["discussion"]?.string ?? ""
        arguments = (object["arguments"]?.array ?? []).compactMap(\.object).compactMap(Argument.init)
        subcommands = (object["subcommands"]?.array ?? []).compactMap(\.object)
            .filter { $0["shouldDisplay"]?.bool ?? true }
            .map(CommandDescription.init)
            .filter { $0.name != "help" }
    }
}

extension CommandDescription.Argument {
    fileprivate init?(_ object: JSONObject) {
        guard object["shouldDisplay"]?.bool ?? true, let kind = object["kind"]?.string.flatMap(Kind.init) else {
            return nil
        }
        self.kind = kind
        names = (object["names"]?.array ?? []).compactMap(\.object).compactMap { name in
            name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
        }
        value = object["valueName"]?.string ?? ""
        var help = object["abstract"]?.string ?? ""
        if let byDefault = object["defaultValue"]?.string, kind != .flag {
            help += (help.isEmpty ? "" : " ") + "(default: \(byDefault))"
        }
        self.help = help
        isOptional = object["isOptional"]?.bool ?? true
        isRepeating = object["isRepeating"]?.bool ?? false
    }
}
