/// The keys and campaigns that requests are checked against.
struct Catalogue: Sendable {
    let keys: [SandboxConfiguration.Key]
    let campaigns: [SandboxConfiguration.Campaign]
    private let keyByText: [String: SandboxConfiguration.Key]
    private let entryByID: [String: Entry]

    /// A campaign and its texts.
    struct Entry: Sendable {
        let campaign: SandboxConfiguration.Campaign
        let template: MailTemplate
    }

    /// - Throws: `LiquidFault` when a campaign's text is no Liquid.
    init(
        keys: [SandboxConfiguration.Key],
        campaigns: [SandboxConfiguration.Campaign]
    ) throws(LiquidFault) {
        self.keys = keys
        self.campaigns = campaigns
        keyByText = Dictionary(keys.map { ($0.key, $0) }) { first, _ in first }
        var entries: [String: Entry] = [:]
        for campaign in campaigns {
            entries[campaign.id.lowercased()] = Entry(campaign: campaign, template: try MailTemplate(campaign))
        }
        entryByID = entries
    }

    /// The key of that text.
    func key(_ text: String) -> SandboxConfiguration.Key? {
        keyByText[text]
    }

    /// The campaign of that identifier, in letters of any case.
    func entry(_ id: String) -> Entry? {
        entryByID[id.lowercased()]
    }
}
