import SendtopCore

extension Catalogue {
    /// The campaign that a path names, when the endpoint may send it.
    func sendable(_ id: String) throws(Refusal) -> SandboxConfiguration.Campaign {
        guard CampaignID.isValid(id) else { throw .campaignID }
        guard let campaign = entry(id)?.campaign else { throw .campaignMissing }
        guard campaign.transactional else { throw .notTransactional }
        switch campaign.state {
        case .archived: throw .archived
        case .paused: throw .paused
        case .active: break
        }
        guard !campaign.html.isEmpty || !campaign.text.isEmpty else { throw .noMessage }
        return campaign
    }
}
