import SendtopCore
import Testing

extension Conformance {
    private static let page = "transactional-v2-legacy.md"

    /// The legacy page.
    static let legacy: [ConformanceRow] = [
        ConformanceRow("\(page):15", "/v2/transactional/campaigns/YOUR_CAMPAIGN_ID_HERE/send/") {
            service async throws in
            let answer = try await service.post(try service.v2() + "/", ConformanceService.body().text())
            #expect(answer.status == 201)
        },
        ConformanceRow("\(page):83", "YOUR_TRANSACTIONAL_CAMPAIGN_ID/send") { service async throws in
            let answer = try await service.post(try service.v2(), ConformanceService.body().text())
            #expect(answer.status == 201)
        },
        ConformanceRow("\(page):27", "API keys must be passed as a request header") { service async throws in
            let key = try service.the(.key)
            let body: JSON = ["api_key": .string(key), "recipient": ["external_user_id": "a"]]
            #expect(try await service.post(try service.v2(), body.text(), key: nil).status == 401)
        },
        ConformanceRow("\(page):46", "\"send_to_existing_only\": (optional, boolean) defaults to false") {
            service async throws in
            let wrong: JSON = ["recipient": ["external_user_id": "a", "send_to_existing_only": "yes"]]
            #expect(try await service.post(try service.v2(), wrong.text()).status == 400)
            let user = ConformanceService.newUser()
            let (_, postbacks) = try await service.story(ConformanceService.body(user: user), path: try service.v2(), 2)
            #expect(postbacks.last?.status == "Email Delivered")
        },
        ConformanceRow(
            "\(page):67",
            "When `send_to_existing_only` is `true`, Braze will only send the message to existing users."
        ) { service async throws in
            let user = ConformanceService.newUser()
            let (_, postbacks) = try await service.story(existing(user, only: true), path: try service.v2(), 1)
            #expect(postbacks[0].status == "Aborted")
            #expect(try await service.profile(of: user) == nil)
            _ = try await service.story(ConformanceService.body(user: user), path: try service.v2(), 2)
            let known = try await service.story(existing(user, only: true), path: try service.v2(), 2)
            #expect(known.postbacks.last?.status == "Email Delivered")
        },
        ConformanceRow("\(page):67", "will create a user with that id and attributes before sending the message") {
            service async throws in
            let user = ConformanceService.newUser()
            let (_, postbacks) = try await service.story(existing(user, only: false), path: try service.v2(), 2)
            #expect(postbacks.last?.status == "Email Delivered")
            #expect(try await service.profile(of: user) != nil)
        },
        ConformanceRow(
            "\(page):56",
            "Passing the same ID in another request will not result in a new instance of a send"
        ) { service async throws in
            let id = ConformanceService.newUser() + " with blanks, for the page gives no rule"
            let body = ConformanceService.body(externalSendID: id)
            let (first, _) = try await service.story(body, path: try service.v2(), 2)
            let second = try await service.post(try service.v2(), body.text())
            #expect(second.json["send_id"] == first.json["send_id"])
            #expect(second.json["status"] == "Email Delivered")
        },
        ConformanceRow("\(page):92", "\"send_id\": Unique GUID of the instance of this send") { service async throws in
            let answer = try await service.post(try service.v2(), ConformanceService.body().text())
            #expect(answer.json.members.map(\.key) == ["send_id", "status"])
            #expect(answer.json["send_id"]?.string?.isEmpty == false)
        },
        ConformanceRow("\(page):93", "\"status\": Current status of the message") { service async throws in
            let answer = try await service.post(try service.v2(), ConformanceService.body().text())
            #expect(answer.json["status"] == "Sent")
        },
        ConformanceRow(
            "\(page):87",
            "The Transactional Message sending endpoint response will include the message's `send_id`"
        ) {
            service async throws in
            let first = try await service.post(try service.v2(), ConformanceService.body().text())
            let second = try await service.post(try service.v2(), ConformanceService.body().text())
            #expect(first.json["send_id"] != second.json["send_id"])
        },
        ConformanceRow("\(page):98", "event status postbacks sent as an HTTP request to your specified URL") {
            service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), path: try service.v2(), 1)
            #expect(postbacks.map(\.path) == ["/postback"])
        },
        ConformanceRow("\(page):104", "\"send_id\": Unique GUID that was returned upon making the request") {
            service async throws in
            let (answer, postbacks) = try await service.story(ConformanceService.body(), path: try service.v2(), 2)
            #expect(postbacks.allSatisfy { $0.json.object?["send_id"] == answer.json["send_id"] })
            #expect(postbacks.allSatisfy { $0.json.object?.members.map(\.key) == ["send_id", "status"] })
        },
        ConformanceRow("\(page):106", "If provided at the time of the request") { service async throws in
            let id = ConformanceService.newUser()
            let body = ConformanceService.body(externalSendID: id)
            let (_, postbacks) = try await service.story(body, path: try service.v2(), 2)
            let keys = ["send_id", "status", "external_send_id"]
            #expect(postbacks.allSatisfy { $0.json.object?.members.map(\.key) == keys })
            #expect(postbacks.allSatisfy { $0.json.object?["external_send_id"] == .string(id) })
        },
        told("\(page):112", "`Sent`", ["Sent", "Email Delivered"], by: "someone@example.com"),
        told(
            "\(page):113",
            "due to the user not having a valid email or Liquid abort logic",
            ["Aborted"],
            by: "abort@example.com"
        ),
        told("\(page):114", "has accepted the email", ["Sent", "Email Delivered"], by: "someone@example.com"),
        told("\(page):115", "has rejected the email", ["Sent", "Email Bounced"], by: "bounce-full@example.com"),
    ]

    private static func existing(_ user: String, only: Bool) -> JSON {
        [
            "recipient": [
                "external_user_id": .string(user), "send_to_existing_only": .bool(only),
                "attributes": ["email": "someone@example.com"],
            ]
        ]
    }

    /// The statuses that an address leads to.
    private static func told(
        _ source: String,
        _ words: String,
        _ statuses: [String],
        by email: String
    ) -> ConformanceRow {
        ConformanceRow(source, words) { service async throws in
            if !email.hasPrefix("someone@") { try service.mustBeSandbox() }
            let (_, postbacks) = try await service.story(
                ConformanceService.body(email: email),
                path: try service.v2(),
                statuses.count
            )
            #expect(postbacks.compactMap(\.status) == statuses)
        }
    }
}
