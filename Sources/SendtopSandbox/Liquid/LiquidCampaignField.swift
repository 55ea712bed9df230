/// The fields of the campaign that templates may name.
enum LiquidCampaignField: String, Sendable, Hashable, CaseIterable {
    case apiID = "api_id"
    case dispatchID = "dispatch_id"
    case name
}
