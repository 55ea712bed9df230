import SendtopCore

/// The campaign of the tests.
let testCampaign = "417220e4-5a2a-b634-7f7d-9ec891532368"

/// A draft that is right, with some fields changed.
func draft(_ changes: [SendDraft.Field: String] = [:], style: SendDraft.Style = .v1) -> SendDraft {
    var draft = SendDraft(style: style, [.campaign: testCampaign, .externalUserID: "user-17"])
    for (field, text) in changes { draft[field] = text }
    return draft
}

/// The sentences of what is wrong with a draft.
func faults(_ draft: SendDraft) -> [String] {
    do {
        _ = try SendRequest(validating: draft)
        return []
    } catch {
        return error.faults.map(\.description)
    }
}
