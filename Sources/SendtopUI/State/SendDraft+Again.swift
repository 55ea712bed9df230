import SendtopCore

extension SendDraft {
    /// A draft of the same send again, from what its events hold of our request, or else from what is known of it.
    ///
    /// The external id is left out: with it the service would take the send for the one that it has.
    init(again send: Send, events: [Event]) {
        self.init()
        self[.campaign] = send.campaignAPIID ?? ""
        let record = events.lazy.compactMap { $0.kind == .postback ? nil : SendRecord(bytes: $0.body) }.first
        let body = record?.request.object
        let person = body?["recipient"]?.object
        let recipient = send.recipient ?? ""
        if let alias = person?["user_alias"]?.object {
            self[.aliasLabel] = alias["alias_label"]?.string ?? ""
            self[.aliasName] = alias["alias_name"]?.string ?? ""
        } else if person == nil, let colon = recipient.firstIndex(of: ":") {
            self[.aliasLabel] = String(recipient[..<colon])
            self[.aliasName] = String(recipient[recipient.index(after: colon)...])
        } else {
            self[.externalUserID] = person?["external_user_id"]?.string ?? recipient
        }
        self[.attributes] = person?["attributes"]?.text() ?? ""
        self[.triggerProperties] = body?["trigger_properties"]?.text() ?? ""
    }
}

extension SendDraft {
    /// Leaves out what a mask has put something else in place of: a send must go to a real person, or to nobody.
    mutating func removeMasked() {
        for field in [Field.externalUserID, .aliasLabel, .aliasName, .attributes] { self[field] = "" }
        guard let properties = (try? JSON(text: self[.triggerProperties]))?.object else { return }
        let known = JSONObject(properties.members.filter { !Mask.isMasked($0.value.text()) })
        self[.triggerProperties] = known.isEmpty ? "" : JSON.object(known).text()
    }
}
