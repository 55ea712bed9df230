import SendtopClient
import SendtopCore

extension Profile {
    static let keys = [
        "endpoint", "style", "api_key_env", "api_key_file", "api_key_command", "ca_file", "connect_timeout", "timeout",
        "production", "campaigns",
    ]

    /// Reads all profiles of a configuration file, in its order.
    static func all(in file: YAMLMap) throws(ConfigurationFault) -> [Profile] {
        guard let maps = try file.map("profiles") else { return [] }
        return try maps.keys.mapFaulting { (name) throws(ConfigurationFault) in
            guard let map = try maps.map(name) else {
                throw maps.fault(at: name, "profile \"\(name)\" is empty; it must have an endpoint.")
            }
            return try Profile(name: name, yaml: map)
        }
    }

    /// Reads a profile from its map under `profiles:`.
    init(name: String, yaml map: YAMLMap) throws(ConfigurationFault) {
        try map.allow(Profile.keys)
        guard let endpoint = try map.string("endpoint") else {
            throw map.bad("endpoint", expected: "a URL or an instance")
        }
        do {
            _ = try Endpoint(endpoint)
        } catch {
            throw map.fault(at: "endpoint", "\(error)")
        }
        let source: KeySource =
            if let file = try map.string("api_key_file") {
                .file(file)
            } else if let command = try map.string("api_key_command") {
                .command(command)
            } else {
                .environment(try map.string("api_key_env") ?? Profile.keyVariable)
            }
        self.init(name: name, endpoint: endpoint, keySource: source)
        if let style = try map.string("style") {
            guard let known = SendDraft.Style(rawValue: style) else { throw map.bad("style", expected: "v1 or v2") }
            self.style = known
        }
        caFile = try map.string("ca_file")?.expandingHome
        connectTimeout = try Profile.span("connect_timeout", in: map)
        timeout = try Profile.span("timeout", in: map)
        isProduction = try map.bool("production") ?? (name == "production")
        if let campaigns = try map.map("campaigns") {
            for alias in campaigns.keys {
                guard let id = try campaigns.string(alias), CampaignID.isValid(id) else {
                    throw campaigns.bad(alias, expected: "a campaign API identifier")
                }
                self.campaigns.append(Campaign(alias: alias, id: id))
            }
        }
    }

    private static func span(_ key: String, in map: YAMLMap) throws(ConfigurationFault) -> TimeSpan? {
        guard let text = try map.string(key) else { return nil }
        guard let span = TimeSpan(argument: text), span.milliseconds > 0 else {
            throw map.bad(key, expected: "a span of time, such as 500ms or 30s")
        }
        return span
    }

    /// The campaign that a person means by an alias or an identifier.
    func campaignID(_ text: String) -> String {
        campaigns.first { $0.alias == text }?.id ?? text
    }
}
