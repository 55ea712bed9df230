import Foundation
import SendtopClient
import SendtopCore
import SendtopSandbox

/// Every option's value, and where it came from.
struct ConfigReport {
    let file: String
    let fileOrigin: Origin
    let isFileThere: Bool
    private(set) var entries: [ConfigEntry] = []
    /// What is wrong with variables that no option has, a sentence each.
    let strangers: [String]

    /// Resolves everything.
    ///
    /// - Throws: `ConfigurationFault` for the first value that is wrong.
    init(_ reader: SettingsReader) throws(ConfigurationFault) {
        let folders = Folders(environment: reader.environment)
        (file, fileOrigin) = reader.filePlace(folders)
        isFileThere = FileManager.default.fileExists(atPath: file)
        let map = try reader.file(folders)
        let settings = try reader.settings(in: map)
        strangers = StrangeVariables(reader.environment, profiles: try Profile.all(in: map)).sentences
        for key in OptionKey.allCases {
            let given = try reader.given(key, in: map)
            entries.append(
                ConfigEntry(
                    key.rawValue,
                    settings.value(of: key) ?? given,
                    settings.origins[key] ?? .byDefault,
                    flag: key.flag(saying: reader.flags[key]),
                    variable: key.environmentVariable,
                    file: file
                )
            )
        }
        addSecrets(settings, reader.environment)
        try addProfile(settings.profile, map, reader.environment)
        try addSandbox(settings, map, reader)
    }

    private mutating func addSecrets(_ settings: Settings, _ environment: [String: String]) {
        for (key, source) in [("token", settings.listener.tokens), ("basic_auth", settings.listener.credentials)] {
            guard let source else { continue }
            entries.append(ConfigEntry(key, secretFrom: source, isSet: source.isSet(in: environment)))
        }
    }

    private mutating func addProfile(
        _ profile: Profile,
        _ file: YAMLMap,
        _ environment: [String: String]
    ) throws(ConfigurationFault) {
        let map = try file.map("profiles")?.map(profile.name)
        let prefix = "profiles.\(profile.name)."
        let address = try? profile.address
        let values: [(String, String?)] = [
            ("endpoint", ConfigReport.redacted(profile.endpoint)),
            ("style", profile.style.rawValue),
            ("ca_file", profile.caFile),
            ("connect_timeout", address.map { TimeSpan($0.connectTimeout).defaultValueDescription }),
            ("timeout", address.map { TimeSpan($0.totalTimeout).defaultValueDescription }),
            ("production", profile.isProduction ? "true" : "false"),
        ]
        for (key, value) in values { add(prefix, key, value, map) }
        let source: SecretSource =
            switch profile.keySource {
            case .environment(let name): .environment(name)
            case .file(let path): .file(path)
            case .command(let command): .command(command)
            case .sandbox: .environment(Profile.keyVariable)
            }
        var key = ConfigEntry(prefix + "api_key", secretFrom: source, isSet: source.isSet(in: environment))
        // The sandbox has one of its own.
        if case .sandbox = profile.keySource { key.value = "\(Secret(""))" }
        entries.append(key)
        for campaign in profile.campaigns {
            add(prefix + "campaigns.", campaign.alias, campaign.id, try map?.map("campaigns"))
        }
    }

    private mutating func addSandbox(
        _ settings: Settings,
        _ file: YAMLMap,
        _ reader: SettingsReader
    ) throws(ConfigurationFault) {
        let map = try file.map("sandbox")
        let sandbox = settings.sandbox
        let places = settings.sandboxPlaces
        let urls = places.postbackURLs.map(\.description).joined(separator: " ")
        var values: [(String, String?)] = []
        values.append(("listen", "\(places.listen)"))
        values.append(("state", places.state ?? settings.sandboxState))
        values.append(("postback_urls", urls.isEmpty ? settings.sandboxPostbackURL : urls))
        values.append(("seed", "\(sandbox.seed)"))
        values.append(("time_factor", "\(sandbox.timeFactor)"))
        values.append(("hourly_allotment", "\(sandbox.hourlyAllotment)"))
        values.append(("rate_limit", "\(sandbox.rateLimit)"))
        values.append(("deduplication_hours", "\(sandbox.deduplicationHours)"))
        values.append(("always_refuse_duplicates", "\(sandbox.alwaysRefuseDuplicates)"))
        values.append(("strict", "\(sandbox.strict)"))
        values.append(("kept_messages", "\(sandbox.keptMessages)"))
        values.append(("keys", "\(sandbox.keys.count)"))
        values.append(("campaigns", "\(sandbox.campaigns.count)"))
        values.append(("users", "\(sandbox.users.count)"))
        for (key, value) in values {
            let option = SandboxKey(rawValue: key)
            let name = option?.environmentVariable ?? SandboxPlaceKey(rawValue: key)?.environmentVariable
            let variable = name.flatMap { reader.environment[$0, default: ""].isEmpty ? nil : $0 }
            let flag = option.flatMap { reader.sandboxFlags[$0] == nil ? nil : $0.flag }
            add("sandbox.", key, value, map, flag: flag, variable: variable)
        }
    }

    private mutating func add(
        _ prefix: String,
        _ key: String,
        _ value: String?,
        _ map: YAMLMap?,
        flag: String? = nil,
        variable: String? = nil
    ) {
        let inFile = map.flatMap { $0.node(key) == nil ? nil : $0.origin(key) }
        let given: Origin? = flag != nil ? .flag : variable != nil ? .environment : nil
        entries.append(
            ConfigEntry(
                prefix + key,
                value,
                given ?? inFile ?? .byDefault,
                flag: flag ?? "",
                variable: variable ?? "",
                file: file
            )
        )
    }

    /// A URL without what may be a secret: the user, and all after its path.
    private static func redacted(_ url: String) -> String {
        guard var parts = URLComponents(string: url) else { return "[redacted]" }
        parts.user = nil
        parts.password = nil
        parts.query = nil
        parts.fragment = nil
        let rest = parts.string ?? ""
        return rest == url ? url : rest + " [redacted]"
    }
}

extension SecretSource {
    /// Whether the place is set; a file or a command that is named is.
    fileprivate func isSet(in environment: [String: String]) -> Bool {
        guard case .environment(let name) = self else { return true }
        return !environment[name, default: ""].isEmpty
    }
}
