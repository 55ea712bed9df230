import SendtopCore

/// A value that a template names.
indirect enum LiquidOperand: Sendable, Hashable {
    /// Where a path begins.
    enum Root: Sendable, Hashable {
        /// `${first_name}`
        case profile(LiquidProfileField)
        /// `custom_attribute.${name}`
        case customAttribute(String)
        /// `api_trigger_properties.${name}`
        case triggerProperty(String)
        /// `campaign.${api_id}`
        case campaign(LiquidCampaignField)
        /// What `assign` or `for` named.
        case variable(String)
    }

    case literal(JSON)
    /// `empty` and `blank`, which equal empty texts, arrays and objects.
    case empty
    case path(Root, [LiquidOperand])
    case range(LiquidOperand, LiquidOperand)
}
