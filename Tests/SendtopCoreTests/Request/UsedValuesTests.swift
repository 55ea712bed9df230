import SendtopCore
import Testing

@Suite struct UsedValuesTests {
    private func record(_ campaign: String, _ request: String) throws -> SendRecord {
        SendRecord(
            url: "",
            campaignAPIID: campaign,
            recipient: "",
            externalSendID: nil,
            attempt: 1,
            request: try JSON(text: request)
        )
    }

    @Test("Campaigns, people and keys are kept once, newest first, with the kind of their values")
    func values() throws {
        var used = UsedValues()
        used.note(try record("b", #"{"recipient":{"external_user_id":"x:y"},"trigger_properties":{"n":1.50,"s":"v"}}"#))
        used.note(try record("a", #"{"recipient":{"user_alias":{"alias_name":"y","alias_label":"x"}}}"#))
        used.note(
            try record(
                "b",
                #"{"recipient":{"external_user_id":"x:y","attributes":{"l":[1]}},"trigger_properties":{"s":2,"o":{"k":1}}}"#
            )
        )
        #expect(used.campaigns == ["b", "a"])
        #expect(used.users == ["x:y"])
        #expect(used.aliases == [UsedValues.Alias(label: "x", name: "y")])
        let properties = used.properties(of: .triggerProperties, campaign: "b")
        #expect(properties.map(\.key) == ["n", "s", "o"])
        #expect(properties.map(\.blank) == [0, "", [:]])
        #expect(used.properties(of: .attributes, campaign: "b").map(\.blank) == [[]])
        #expect(used.properties(of: .attributes, campaign: "a").isEmpty)
    }

    @Test(
        "An answer of the service is about the fields that it names",
        arguments: [
            ("external_send_id must match", [SendDraft.Field.externalSendID]),
            ("Campaign does not exist", [.campaign]),
            ("No Recipients\nrecipient names nobody", [.externalUserID]),
            ("recipient.attributes.x must be an array", [.attributes]),
            ("recipient.user_alias.alias_name is missing", [.aliasLabel, .aliasName]),
            ("Rate limit exceeded", []),
        ]
    )
    func mentioned(text: String, fields: [SendDraft.Field]) {
        #expect(SendDraft.Field.mentioned(in: text) == fields)
    }
}
