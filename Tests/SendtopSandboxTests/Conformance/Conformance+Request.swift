import SendtopCore
import Testing

extension Conformance {
    private static let page = "transactional-v1-recipient.md"

    /// What a request may hold.
    static let request: [ConformanceRow] = [
        accepted(
            "\(page):15",
            "/transactional/v1/campaigns/YOUR_CAMPAIGN_ID_HERE/send",
            { _ in
                ConformanceService.body()
            }
        ),
        ConformanceRow("\(page):14", "{% apimethod post %}") { service async throws in
            let harness = Harness(baseURL: service.baseURL, receiver: service.receiver)
            let answer = try await harness.request("GET", try service.v1(), key: try service.the(.key))
            #expect(answer.status == 405)
            #expect(answer.header("Allow") == "POST")
        },
        accepted("\(page):35", "Content-Type: application/json", { _ in ConformanceService.body() }),
        ConformanceRow("\(page):36", "Authorization: Bearer YOUR-REST-API-KEY") { service async throws in
            #expect(try await service.post(ConformanceService.body()).status == 201)
            #expect(try await service.post(ConformanceService.body(), key: nil).status == 401)
        },
        ConformanceRow("\(page):24", "must specify a single user either by `external_user_id` or `user_alias`") {
            service async throws in
            let two: JSON = [["external_user_id": "a"], ["external_user_id": "b"]]
            #expect(try await service.post(recipient: two).status == 400)
            #expect(try await service.post(["recipients": two]).status == 400)
        },
        accepted("\(page):41", "(optional, string)", { _ in ConformanceService.body(externalSendID: nil) }),
        refused(
            "\(page):41",
            "\"external_send_id\": (optional, string)",
            [
                #"{"external_send_id":1234,"recipient":{"external_user_id":"a"}}"#,
                #"{"external_send_id":["1234"],"recipient":{"external_user_id":"a"}}"#,
            ]
        ),
        refused(
            "\(page):42",
            "\"trigger_properties\": (optional, object)",
            [
                #"{"trigger_properties":"x","recipient":{"external_user_id":"a"}}"#,
                #"{"trigger_properties":[1],"recipient":{"external_user_id":"a"}}"#,
            ]
        ),
        refused(
            "\(page):43",
            "\"recipient\": (required, object)",
            [
                "{}", #"{"recipient":"a"}"#, #"{"recipient":7}"#, #"{"recipient":["a"]}"#,
            ]
        ),
        refused(
            "\(page):45",
            "Requests must specify only one.",
            [
                #"{"recipient":{"external_user_id":"a","user_alias":{"alias_name":"n","alias_label":"l"}}}"#,
                #"{"recipient":{"attributes":{"email":"a@example.com"}}}"#,
            ]
        ),
        accepted(
            "\(page):46",
            "\"user_alias\": (optional, User alias object)",
            { _ in
                ["recipient": ["user_alias": ["alias_name": "nobody", "alias_label": "customer"]]]
            }
        ),
        accepted(
            "\(page):47",
            "\"external_user_id\": (optional, string)",
            { _ in
                ["recipient": ["external_user_id": "nobody"]]
            }
        ),
        refused(
            "\(page):47",
            "(optional, string) External identifier of user",
            [
                #"{"recipient":{"external_user_id":17}}"#, #"{"recipient":{"external_user_id":""}}"#,
            ]
        ),
        refused(
            "\(page):48",
            "\"attributes\": (optional, object)",
            [
                #"{"recipient":{"external_user_id":"a","attributes":[]}}"#,
                #"{"recipient":{"external_user_id":"a","attributes":"email"}}"#,
            ]
        ),
        ConformanceRow("\(page):57", #"`/^[a-zA-Z0-9-_+\/=]+$/`"#) { service async throws in
            for id in ["order/1+2=3", "a-b_C9", "MTIzNA==", "-"] {
                let body = ConformanceService.body(externalSendID: ConformanceService.newUser() + id)
                #expect(try await service.post(body).status == 201, "\(id)")
            }
            for id in ["", "order 1", "order#1", "größe", "a\n", "a.b", "{}"] {
                #expect(try await service.post(ConformanceService.body(externalSendID: id)).status == 400, "\(id)")
            }
        },
        accepted(
            "\(page):58",
            "Personalization key-value pairs that will apply to the user in this request.",
            { _ in
                [
                    "trigger_properties": ["text": "Grüße", "number": 7, "nested": ["list": [1, nil, true]]],
                    "recipient": ["external_user_id": "a"],
                ]
            }
        ),
        accepted(
            "\(page):74",
            "\"recipient\": [",
            { _ in
                [
                    "external_send_id": .string(ConformanceService.newUser()),
                    "trigger_properties": ["example_string_property": "a", "example_integer_property": 1],
                    "recipient": [["external_user_id": "a"]],
                ]
            }
        ),
        accepted(
            "transactional-v1-recipients.txt:31",
            "\"recipients\": (required, object)",
            { _ in
                ["recipients": [["external_user_id": "a"]]]
            }
        ),
        refused(
            "braze-facts.md:27",
            "both required",
            [
                #"{"recipient":{"user_alias":{"alias_name":"n"}}}"#,
                #"{"recipient":{"user_alias":{"alias_label":"l"}}}"#,
                #"{"recipient":{"user_alias":"n"}}"#,
            ]
        ),
        ConformanceRow("braze-facts.md:33", "max 50 KB") { service async throws in
            func body(_ size: Int) -> String {
                let properties = "{\"a\":\"" + String(repeating: "x", count: size - 8) + "\"}"
                return "{\"trigger_properties\":\(properties),\"recipient\":{\"external_user_id\":\"a\"}}"
            }
            #expect(try await service.post(try service.v1(), body(50 * 1_024)).status == 201)
            let answer = try await service.post(try service.v1(), body(50 * 1_024 + 1))
            #expect(answer.status == 400)
            #expect(answer.message == "Max Input Length Exceeded")
        },
        refused(
            "braze-facts.md:32",
            "arrays 25 items by default, up to 100",
            [
                "{\"recipient\":{\"external_user_id\":\"a\",\"attributes\":{\"t\":["
                    + Array(repeating: "1", count: 101).joined(separator: ",") + "]}}}"
            ]
        ),
        refused(
            "braze-facts.md:32",
            "`external_id`/`user_alias` cannot be removed",
            [
                #"{"recipient":{"external_user_id":"a","attributes":{"external_id":null}}}"#
            ]
        ),
    ]

    private static func accepted(
        _ source: String,
        _ words: String,
        _ body: @escaping @Sendable (ConformanceService) -> JSON
    ) -> ConformanceRow {
        ConformanceRow(source, words) { service async throws in
            let answer = try await service.post(body(service))
            #expect(answer.status == 201, "\(answer.text)")
        }
    }

    private static func refused(_ source: String, _ words: String, _ bodies: [String]) -> ConformanceRow {
        ConformanceRow(source, words) { service async throws in
            for body in bodies {
                let answer = try await service.post(try service.v1(), body)
                #expect(answer.status == 400, "\(body)")
            }
        }
    }
}
