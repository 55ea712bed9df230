/// The keys and campaigns that requests are checked against.
struct Catalogue: Sendable {
    let keys: [SandboxConfiguration.Key]
    let campaigns: [SandboxConfiguration.Campaign]
    private let keyByText: [String: SandboxConfiguration.Key]
    private let campaignByID: [String: SandboxConfiguration.Campaign]

    init(keys: [SandboxConfiguration.Key], campaigns: [SandboxConfiguration.Campaign]) {
        self.keys = keys
        self.campaigns = campaigns
        keyByText = Dictionary(keys.map { ($0.key, $0) }) { first, _ in first }
        campaignByID = Dictionary(campaigns.map { ($0.id.lowercased(), $0) }) { first, _ in first }
    }

    /// The key of that text.
    func key(_ text: String) -> SandboxConfiguration.Key? {
        keyByText[text]
    }

    /// The campaign of that identifier, in letters of any case.
    func campaign(_ id: String) -> SandboxConfiguration.Campaign? {
        campaignByID[id.lowercased()]
    }
}
