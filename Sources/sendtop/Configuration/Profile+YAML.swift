import SendtopCore

extension Profile {
    private static let keys = [
        "endpoint", "style", "api_key_env", "api_key_file", "api_key_command", "ca_file", "production", "campaigns",
    ]

    /// Reads a profile from its map under `profiles:`.
    init(name: String, yaml map: YAMLMap) throws(ConfigurationFault) {
        try map.allow(Profile.keys)
        guard let endpoint = try map.string("endpoint") else {
            throw map.bad("endpoint", expected: "a URL or an instance")
        }
        let source: KeySource =
            if let file = try map.string("api_key_file") {
                .file(file)
            } else if let command = try map.string("api_key_command") {
                .command(command)
            } else {
                .environment(try map.string("api_key_env") ?? "SENDTOP_API_KEY")
            }
        self.init(name: name, endpoint: endpoint, keySource: source)
        if let style = try map.string("style") {
            guard let known = SendDraft.Style(rawValue: style) else { throw map.bad("style", expected: "v1 or v2") }
            self.style = known
        }
        caFile = try map.string("ca_file")
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

    /// The campaign that a person means by an alias or an identifier.
    func campaignID(_ text: String) -> String {
        campaigns.first { $0.alias == text }?.id ?? text
    }
}
