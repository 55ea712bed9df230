import Foundation
import SendtopCore

/// Events of sends to people who cannot be mistaken: all that names one of them has `zqvxk` in it.
enum People {
    /// What no masked output may hold, in any case.
    static let secret = "zqvxk"

    /// A recording with our requests and the service's postbacks.
    static func recording(sends: Int, until end: Date = Date()) -> String {
        let last = Int64(end.timeIntervalSince1970 * 1_000)
        return (0..<sends).flatMap { events(of: $0, at: Timestamp(milliseconds: last - Int64(sends - $0) * 200)) }
            .joined(separator: "\n") + "\n"
    }

    private static func events(of number: Int, at: Timestamp) -> [String] {
        let dispatch = "d\(10_000_000 + number)"
        let person = [
            "zqvxkperson-\(number % 97)", "account:zqvxkalias\(number % 89)", "zqvxk\(number % 7)@people.example",
        ][
            number % 3
        ]
        let address = "zqvxkmail.\(number % 83)@people.example"
        let campaign = "417220e4-5a2a-b634-7f7d-9ec891532368"
        let external = number % 5 == 0 ? "order-\(person)-\(number)" : "order-\(number)"
        let record = SendRecord(
            url: "http://127.0.0.1:7364/transactional/v1/campaigns/\(campaign)/send",
            campaignAPIID: campaign,
            recipient: person,
            externalSendID: external,
            attempt: 1,
            request: [
                "external_send_id": .string(external),
                "trigger_properties": ["email": .string(address), "order": .string("\(number)"), "nick": "Zqvxknick"],
                "recipient": [
                    "external_user_id": .string(person),
                    "attributes": ["first_name": "Zqvxkname", "email": .string(address), "points": 12],
                ],
            ],
            answer: SendRecord.Answer(
                status: 201,
                requestID: "x-\(number)",
                body: #"{"dispatch_id":"\#(dispatch)","recipient":"\#(person)"}"#
            ),
            reason: number % 50 == 9 ? "the service does not know \(person)" : nil
        )
        let isRejected = number % 50 == 9
        let kind = isRejected ? "rejected" : "accepted"
        var lines = [
            line(
                kind,
                at,
                String(decoding: record.bytes, as: UTF8.self),
                dispatch: isRejected ? nil : dispatch,
                "r\(number)"
            )
        ]
        if isRejected { return lines }
        let reason =
            [
                "550 5.1.1 <\(address)>: unknown; see https://help.example/?to=zqvxkmail.\(number % 83)%40people.example",
                "552 5.2.2 mailbox of (\(person)) is full",
                "451 4.7.1 zqvxkmail.1=people.example@lists.example later",
            ][number / 7 % 3]
        let end = number % 7 == 0 ? "bounced" : number % 31 == 3 ? "aborted" : "delivered"
        for (status, delay) in [("sent", Int64(300)), (end, 900)] {
            let time = at.adding(milliseconds: delay).iso8601
            var metadata: JSONObject = JSONObject()
            metadata["campaign_api_id"] = .string(campaign)
            metadata["external_send_id"] = .string(external)
            if status == "sent" { metadata["received_at"] = .string(at.iso8601) }
            metadata["\(status)_at"] = .string(time)
            if status == "bounced" { metadata["reason"] = .string(reason) }
            if status == "aborted" { metadata["reason"] = .string("No points for \(person)") }
            let body: JSON = [
                "dispatch_id": .string(dispatch), "status": .string(status), "metadata": .object(metadata),
            ]
            lines.append(
                line(
                    "postback",
                    at.adding(milliseconds: delay + 50),
                    body.prettyText(),
                    dispatch: dispatch,
                    nil,
                    status
                )
            )
        }
        return lines
    }

    private static func line(
        _ kind: String,
        _ at: Timestamp,
        _ body: String,
        dispatch: String?,
        _ request: String?,
        _ status: String? = nil
    ) -> String {
        let event: JSON = [
            "at": .string(at.iso8601), "kind": .string(kind), "dispatch_id": dispatch.map(JSON.string) ?? .null,
            "request_id": request.map(JSON.string) ?? .null, "source": "127.0.0.1",
            "status": .string(status ?? kind), "body": .string(body),
            "headers": [["X-Original-To", .string("zqvxkheader@people.example")]],
        ]
        return event.text()
    }
}
