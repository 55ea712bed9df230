import SendtopCore
import Testing

@Suite struct RequestRuleTests {
    @Test(
        "Each broken rule is one sentence with field, value and rule",
        arguments: [
            ([.campaign: ""], "campaign is empty; it must be given."),
            (
                [.campaign: "order-confirmation"],
                #"campaign is "order-confirmation"; it must be a campaign API identifier such as "#
                    + "417220e4-5a2a-b634-7f7d-9ec891532368."
            ),
            (
                [.externalUserID: ""],
                #"external_user_id is ""; give exactly one of external_user_id and user_alias."#
            ),
            (
                [.aliasLabel: "crm", .aliasName: "17"],
                #"external_user_id is "user-17"; give exactly one of external_user_id and user_alias."#
            ),
            (
                [.aliasLabel: "crm"],
                #"external_user_id is "user-17"; give exactly one of external_user_id and user_alias."#
            ),
            (
                [.externalUserID: "", .aliasName: "17"],
                "alias_label is empty; a user_alias needs both alias_name and alias_label."
            ),
            (
                [.externalUserID: "", .aliasLabel: "crm"],
                "alias_name is empty; a user_alias needs both alias_name and alias_label."
            ),
            (
                [.externalUserID: "a\r\nBcc: b"],
                "external_user_id holds a line break; it would end up in a mail header, where none is allowed."
            ),
            (
                [.externalSendID: "order 1"],
                #"external_send_id is "order 1"; only A-Z a-z 0-9 - _ + / = are allowed."#
            ),
            (
                [.externalSendID: "örder"],
                #"external_send_id is "örder"; only A-Z a-z 0-9 - _ + / = are allowed."#
            ),
            (
                [.externalSendID: "\u{1b}[2J" + String(repeating: "x", count: 99)],
                #"external_send_id is "\u001b[2J"# + String(repeating: "x", count: 56)
                    + #"…"; only A-Z a-z 0-9 - _ + / = are allowed."#
            ),
            (
                [.triggerProperties: "{\"a\":\n tru}"],
                "trigger_properties is not JSON: line 2, column 2: expected a value."
            ),
            ([.triggerProperties: "[1]"], "trigger_properties is an array; it must be a JSON object."),
            (
                [.triggerProperties: #"{"a":"\ud800"}"#],
                "trigger_properties is not JSON: line 1, column 7: this escape is half of a surrogate pair."
            ),
            ([.attributes: "null"], "attributes is null; it must be a JSON object."),
            (
                [.attributes: #"{"email":"a@example.com\nBcc: b@example.com"}"#],
                "attributes.email holds a line break; it would end up in a mail header, where none is allowed."
            ),
            (
                [.attributes: #"{"first_name":"A\r"}"#],
                "attributes.first_name holds a line break; it would end up in a mail header, where none is allowed."
            ),
            (
                [.attributes: #"{"points":{"inc":"1"}}"#],
                #"attributes.points asks for "inc"; its value must be a whole number."#
            ),
            (
                [.attributes: #"{"points":{"inc":1.5}}"#],
                #"attributes.points asks for "inc"; its value must be a whole number."#
            ),
            (
                [.attributes: #"{"a":{"b":{"add":"x"}}}"#],
                #"attributes.a.b asks for "add"; its value must be an array."#
            ),
            (
                [.attributes: #"{"tags":{"remove":7}}"#],
                #"attributes.tags asks for "remove"; its value must be an array."#
            ),
            ([.attributes: #"{"external_id":null}"#], "attributes.external_id is null; this field cannot be removed."),
            ([.attributes: #"{"user_alias":null}"#], "attributes.user_alias is null; this field cannot be removed."),
            (
                [.attributes: "{\"tags\":[\(list(101))]}"],
                "attributes.tags has 101 elements; at most 100 are allowed."
            ),
            (
                [.attributes: "{\"tags\":{\"add\":[\(list(101))]}}"],
                "attributes.tags.add has 101 elements; at most 100 are allowed."
            ),
            (
                [.attributes: "{\"a\":[{\"b\":[\(list(101))]}]}"],
                "attributes.a[0].b has 101 elements; at most 100 are allowed."
            ),
        ] as [([SendDraft.Field: String], String)]
    )
    func broken(changes: [SendDraft.Field: String], sentence: String) {
        #expect(faults(draft(changes)) == [sentence])
    }

    @Test(
        "What the pages allow passes",
        arguments: [
            [.externalSendID: "aZ09-_+/="],
            [.externalUserID: "", .aliasLabel: "crm", .aliasName: "17"],
            [.campaign: "417220E4-5A2A-B634-7F7D-9EC891532368"],
            [.externalUserID: "Zoë 😀"],
            [
                .attributes:
                    #"{"a":null,"b":1.5,"c":true,"d":"x\ny","e":{"inc":-3},"f":{"add":["x"]},"g":{"remove":[]},"h":{"i":{"j":[{}]}}}"#
            ],
            [.attributes: "{\"tags\":[\(list(100))]}"],
            [.attributes: #"{"inc":"not an operation","box":{"inc":"x","add":"y"}}"#],
            [.attributes: "{}", .triggerProperties: " {} "],
            [.triggerProperties: "{\"lines\":\"a\\r\\nb\"}"],
        ] as [[SendDraft.Field: String]]
    )
    func allowed(changes: [SendDraft.Field: String]) {
        #expect(faults(draft(changes)) == [])
    }

    @Test("Trigger properties may have 50 KB as they are sent, and not a byte more")
    func size() {
        let blanks = String(repeating: " ", count: 60_000)
        for (count, expected) in [
            (51_200, []), (51_201, ["trigger_properties has 51201 bytes when encoded; at most 51200 are allowed."]),
        ] {
            let text = "{\"a\":\(blanks)\"\(String(repeating: "x", count: count - 8))\"}"
            #expect(faults(draft([.triggerProperties: text])) == expected)
        }
    }

    @Test("The legacy page takes any external_send_id")
    func legacy() {
        #expect(faults(draft([.externalSendID: "order 1!"], style: .legacyV2)) == [])
    }

    @Test("All faults are told at once, in the order of the form")
    func all() {
        let wrong = SendDraft([.campaign: "x", .attributes: "{", .triggerProperties: "7", .externalSendID: "!"])
        do {
            _ = try SendRequest(validating: wrong)
            Issue.record("It passed.")
        } catch {
            #expect(
                error.faults.map(\.field)
                    == [.campaign, .externalUserID, .attributes, .triggerProperties, .externalSendID]
            )
            #expect(error.description.split(separator: "\n").count == 5)
        }
    }

    private static func list(_ count: Int) -> String {
        Array(repeating: "1", count: count).joined(separator: ",")
    }
}
