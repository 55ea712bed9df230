import SendtopCore
import Testing

@Suite struct RequestRecordTests {
    @Test("A record is read as it was written")
    func roundTrip() throws {
        let full = SendRecord(
            url: "http://h/send",
            campaignAPIID: testCampaign,
            recipient: "crm:17",
            externalSendID: "order-1",
            attempt: 2,
            request: try SendRequest(validating: draft()).body,
            answer: SendRecord.Answer(status: 400, requestID: "r", body: "<\u{0}>"),
            reason: "no"
        )
        let bare = SendRecord(
            url: "",
            campaignAPIID: "",
            recipient: "",
            externalSendID: nil,
            attempt: 1,
            request: [:]
        )
        for record in [full, bare] {
            #expect(SendRecord(bytes: record.bytes) == record)
        }
        #expect(
            String(decoding: bare.bytes, as: UTF8.self)
                == #"{"method":"POST","url":"","campaign_api_id":"","recipient":"","attempt":1,"request":{}}"#
        )
    }

    @Test("Other bytes are no record", arguments: ["", "{}", "[]", #"{"url":"a","recipient":"b"}"#, "\u{0}"])
    func other(text: String) {
        #expect(SendRecord(bytes: Array(text.utf8)) == nil)
    }
}
