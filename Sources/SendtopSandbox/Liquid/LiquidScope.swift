import SendtopCore

/// The values that a template may name.
struct LiquidScope: Sendable, Hashable {
    var profile: [LiquidProfileField: JSON] = [:]
    var customAttributes = JSONObject()
    var triggerProperties = JSONObject()
    var campaign: [LiquidCampaignField: JSON] = [:]
    /// The present, for `'now' | date`.
    var now: Timestamp
}
