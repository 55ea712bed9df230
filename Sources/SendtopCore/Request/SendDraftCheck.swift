/// Checks a draft's fields one by one, and gathers the faults.
struct SendDraftCheck {
    /// Source: the trigger properties page, 50 KB.
    static let triggerPropertiesLimit = 50 * 1024

    let draft: SendDraft
    private(set) var faults: [SendRequestError.Fault] = []

    init(_ draft: SendDraft) {
        self.draft = draft
    }

    private mutating func fault(_ field: SendDraft.Field, _ rule: SendRequestError.Rule) {
        faults.append(SendRequestError.Fault(field: field, value: draft[field], rule: rule))
    }

    mutating func campaign() -> String {
        let text = draft[.campaign]
        if text.isEmpty {
            fault(.campaign, .required)
        } else if !CampaignID.isValid(text) {
            fault(.campaign, .campaignIdentifier)
        }
        return text
    }

    mutating func recipient() -> SendRequest.Recipient? {
        let user = draft[.externalUserID]
        let label = draft[.aliasLabel]
        let name = draft[.aliasName]
        for field in [SendDraft.Field.externalUserID, .aliasLabel, .aliasName] where draft[field].hasLineBreak {
            fault(field, .noLineBreak(at: field.rawValue))
        }
        switch (user.isEmpty, label.isEmpty, name.isEmpty) {
        case (false, true, true): return .externalUserID(user)
        case (true, false, false): return .alias(label: label, name: name)
        case (true, true, true), (false, _, _): fault(.externalUserID, .oneRecipient)
        case (true, true, false): fault(.aliasLabel, .bothAliasParts)
        case (true, false, true): fault(.aliasName, .bothAliasParts)
        }
        return nil
    }

    mutating func externalSendID() -> String? {
        let text = draft[.externalSendID]
        guard !text.isEmpty else { return nil }
        // The v2 page gives no rule.
        if draft.style == .v1, !text.utf8.allSatisfy(SendDraftCheck.isExternalSendIDByte) {
            fault(.externalSendID, .externalSendIDCharacters)
        }
        return text
    }

    mutating func triggerProperties() -> JSONObject? {
        guard let object = object(.triggerProperties) else { return nil }
        let size = JSON.object(object).text().utf8.count
        if size > SendDraftCheck.triggerPropertiesLimit {
            fault(.triggerProperties, .size(bytes: size, limit: SendDraftCheck.triggerPropertiesLimit))
        }
        return object
    }

    mutating func attributes() -> JSONObject? {
        guard let object = object(.attributes) else { return nil }
        for rule in AttributeRules.broken(by: object) {
            fault(.attributes, rule)
        }
        return object
    }

    private mutating func object(_ field: SendDraft.Field) -> JSONObject? {
        let text = draft[field]
        guard !text.isEmpty else { return nil }
        do {
            let value = try JSON(text: text, loneSurrogates: .refused)
            if let object = value.object { return object }
            fault(field, .object(found: value.kindName))
        } catch {
            fault(field, .json(error))
        }
        return nil
    }

    // The v1 page's /^[a-zA-Z0-9-_+\/=]+$/.
    private static func isExternalSendIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
        default: false
        }
    }
}

extension String {
    /// Whether the text holds CR or LF, also as parts of one grapheme.
    var hasLineBreak: Bool {
        unicodeScalars.contains { $0 == "\r" || $0 == "\n" }
    }
}
