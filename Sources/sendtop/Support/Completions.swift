import Foundation

/// What the shell offers for a value that only the configuration knows; silent where that cannot be read.
enum Completions {
    static func profiles(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        let names = (try? file(words)?.map("profiles"))?.keys ?? []
        return ([Profile.sandboxName] + names.filter { $0 != Profile.sandboxName }).filter { $0.hasPrefix(prefix) }
    }

    static func themes(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        ThemeShelf(folder: Folders(environment: environment).themes).names.filter { $0.hasPrefix(prefix) }
    }

    static func campaigns(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        let names = (try? reader(words).settings())?.profile.campaigns.map(\.alias) ?? []
        return names.filter { $0.hasPrefix(prefix) }
    }

    private static var environment: [String: String] {
        ProcessInfo.processInfo.environment
    }

    private static func file(_ words: [String]) throws -> YAMLMap? {
        try reader(words).file(Folders(environment: environment))
    }

    private static func reader(_ words: [String]) -> SettingsReader {
        var flags: [OptionKey: String] = [:]
        flags[.profile] = value(of: "--profile", in: words)
        return SettingsReader(flags: flags, configFlag: value(of: "--config", in: words), environment: environment)
    }

    /// What was typed for an option.
    private static func value(of option: String, in words: [String]) -> String? {
        if let word = words.last(where: { $0.hasPrefix(option + "=") }) {
            return String(word.dropFirst(option.count + 1))
        }
        guard let index = words.lastIndex(of: option), index + 1 < words.count else { return nil }
        return words[index + 1]
    }
}
