/// The folders of the XDG base directory specification.
struct Folders: Sendable {
    /// `$XDG_CONFIG_HOME/sendtop`
    var configuration: String
    /// `$XDG_STATE_HOME/sendtop`
    var state: String

    init(environment: [String: String]) {
        let home = environment["HOME"] ?? "."
        configuration = Folders.base(environment["XDG_CONFIG_HOME"], or: home + "/.config") + "/sendtop"
        state = Folders.base(environment["XDG_STATE_HOME"], or: home + "/.local/state") + "/sendtop"
    }

    /// The specification says that relative paths are to be ignored.
    private static func base(_ path: String?, or byDefault: String) -> String {
        guard let path, path.hasPrefix("/") else { return byDefault }
        return path
    }

    var configurationFile: String {
        configuration + "/config.yaml"
    }

    var themes: String {
        configuration + "/themes"
    }

    var keys: String {
        configuration + "/keys.yaml"
    }

    func ledger(profile: String) -> String {
        state + "/\(profile).sqlite"
    }

    var log: String {
        state + "/sendtop.log"
    }
}
