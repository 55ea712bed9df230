import SendtopCore
import TestSupport
import Testing

@Suite struct RequestBodyTests {
    @Test("The body has the page's order, with numbers, key order and escapes as they were typed")
    func body() throws {
        let request = try SendRequest(
            validating: draft([
                .attributes: #"{ "z": 1.10, "a": 1e2, "z": {"inc": 1} }"#,
                .triggerProperties: #"{"n":12345678901234567890,"u":"é"}"#,
                .externalSendID: "order-1",
            ])
        )
        #expect(
            request.body.text()
                == #"{"external_send_id":"order-1","trigger_properties":{"n":12345678901234567890,"u":"é"},"#
                + #""recipient":{"external_user_id":"user-17","attributes":{"z":1.10,"a":1e2,"z":{"inc":1}}}}"#
        )
        #expect(request.path == "/transactional/v1/campaigns/\(testCampaign)/send")
    }

    @Test("An alias is named by label and name")
    func alias() throws {
        let request = try SendRequest(
            validating: draft([.externalUserID: "", .aliasLabel: "crm", .aliasName: "17"])
        )
        #expect(request.body.text() == #"{"recipient":{"user_alias":{"alias_name":"17","alias_label":"crm"}}}"#)
        #expect(request.recipient.name == "crm:17")
    }

    @Test("Only the legacy style speaks of existing users")
    func legacy() throws {
        var typed = draft(style: .legacyV2)
        typed.sendToExistingOnly = true
        let request = try SendRequest(validating: typed)
        #expect(request.path == "/v2/transactional/campaigns/\(testCampaign)/send")
        #expect(request.body.text() == #"{"recipient":{"external_user_id":"user-17","send_to_existing_only":true}}"#)
        typed.style = .v1
        #expect(try SendRequest(validating: typed).body.text() == #"{"recipient":{"external_user_id":"user-17"}}"#)
    }

    @Test("Thousands of generated requests go out with the very values that were typed")
    func roundTrip() throws {
        var random = JSONGenerator(seed: 6)
        for _ in 0..<5_000 {
            try checkRoundTrip(&random)
        }
    }

    private func checkRoundTrip(_ random: inout JSONGenerator) throws {
        let properties = random.object(depth: 2)
        let attributes = random.object(depth: 2)
        let user = "u\(random.string())"
        let label = "l\(random.string())"
        let isAlias = random.chance(30)
        let fields: [SendDraft.Field: String] = [
            .externalUserID: isAlias ? "" : user,
            .aliasLabel: isAlias ? label : "",
            .aliasName: isAlias ? user : "",
            .triggerProperties: properties,
            .attributes: attributes,
        ]
        let sent = try SendRequest(validating: draft(fields)).body.text()
        let body = try #require(try JSON(text: sent).object)
        let person = try #require(body["recipient"]?.object)
        expectSame(body["trigger_properties"]?.text(), properties)
        expectSame(person["attributes"]?.text(), attributes)
        if isAlias {
            expectSame(person["user_alias"]?.object?["alias_name"]?.string, user)
            expectSame(person["user_alias"]?.object?["alias_label"]?.string, label)
        } else {
            expectSame(person["external_user_id"]?.string, user)
        }
    }

    /// Compares bytes: two strings are equal to Swift when they only look the same.
    private func expectSame(_ text: String?, _ other: String) {
        #expect(text.map { Array($0.utf8) } == Array(other.utf8))
    }
}
