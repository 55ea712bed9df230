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

/// The standard fields of a user that templates may name.
enum LiquidProfileField: String, Sendable, Hashable, CaseIterable {
    case firstName = "first_name"
    case lastName = "last_name"
    case emailAddress = "email_address"
    case userID = "user_id"
    case city, country, gender, language
    case dateOfBirth = "date_of_birth"
    case phoneNumber = "phone_number"
    case timeZone = "time_zone"
}

/// The fields of the campaign that templates may name.
enum LiquidCampaignField: String, Sendable, Hashable, CaseIterable {
    case apiID = "api_id"
    case dispatchID = "dispatch_id"
    case name
}

/// A value and the filters that it goes through.
struct LiquidExpression: Sendable, Hashable {
    struct Call: Sendable, Hashable {
        var filter: LiquidFilter
        var arguments: [LiquidOperand]
    }

    var operand: LiquidOperand
    var calls: [Call] = []
}

/// What `if` and `unless` ask.
indirect enum LiquidCondition: Sendable, Hashable {
    enum Comparison: String, Sendable, Hashable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case unlike = "<>"
        case less = "<"
        case greater = ">"
        case atMost = "<="
        case atLeast = ">="
        case contains
    }

    case holds(LiquidOperand)
    case compare(LiquidOperand, Comparison, LiquidOperand)
    // Liquid reads chains from the right: a and (b or c).
    case both(LiquidCondition, LiquidCondition)
    case either(LiquidCondition, LiquidCondition)
}
