extension SendDraft.Field {
    /// The fields that the service's words about a request are about, by the names that they mention.
    public static func mentioned(in text: String) -> [SendDraft.Field] {
        let text = text.lowercased()
        let found = SendDraft.Field.allCases.filter { field in field.mentions.contains { text.contains($0) } }
        // A recipient that nothing more is said of is the user.
        guard text.contains("recipient"), found.allSatisfy({ !$0.namesPerson && $0 != .attributes }) else {
            return found
        }
        return allCases.filter { found.contains($0) || $0 == .externalUserID }
    }

    private var mentions: [String] {
        switch self {
        case .campaign: ["campaign"]
        case .externalUserID: ["external_user_id", "external_id "]
        case .aliasLabel: ["alias_label", "user_alias"]
        case .aliasName: ["alias_name", "user_alias"]
        case .attributes: ["attributes"]
        case .triggerProperties: ["trigger_properties"]
        case .externalSendID: ["external_send_id", "external reference"]
        }
    }

    private var namesPerson: Bool {
        self == .externalUserID || self == .aliasLabel || self == .aliasName
    }
}
