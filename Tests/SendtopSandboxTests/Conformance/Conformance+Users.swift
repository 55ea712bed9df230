import SendtopCore
import TestSupport
import Testing

extension Conformance {
    private static let page = "transactional-v1-recipient.md"
    private static let notEmailable: JSON = "User not emailable"

    /// Who is mailed, and what a request makes of users.
    static let users: [ConformanceRow] = [
        ConformanceRow(
            "\(page):59",
            "will create this user profile in Braze and send this message to the newly created user"
        ) { service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), 3)
            #expect(postbacks.last?.status == "delivered")
        },
        ConformanceRow("\(page):59", "passing any fields to the `attributes` object") { service async throws in
            let user = ConformanceService.newUser()
            for recipient: JSON in [
                ["external_user_id": .string(user)], ["external_user_id": .string(user), "attributes": [:]],
            ] {
                let (_, postbacks) = try await service.story(["recipient": recipient], 1)
                #expect(postbacks[0].status == "aborted")
                #expect(postbacks[0].metadata["reason"] == notEmailable)
            }
            #expect(try await service.profile(of: user) == nil)
        },
        ConformanceRow("\(page):48", "before the message is sent") { service async throws in
            let attributes: JSON = ["email": "someone@example.com", "points": 7]
            let recipient: JSON = ["external_user_id": .string(ConformanceService.newUser()), "attributes": attributes]
            let answer = try await service.post(try service.v1(.liquid), (["recipient": recipient] as JSON).text())
            #expect(try await service.message(of: answer.dispatchID)["subject"] == "You have 7 points")
        },
        ConformanceRow("\(page):58", "Personalization key-value pairs that will apply to the user in this request.") {
            service async throws in
            try service.mustBeSandbox()
            let answer = try await service.post([
                "trigger_properties": ["order_id": "Grüße 7"],
                "recipient": [
                    "external_user_id": .string(ConformanceService.newUser()),
                    "attributes": ["email": "someone@example.com"],
                ],
            ])
            let subject = try await service.message(of: answer.dispatchID)["subject"]?.string
            #expect(subject == "Order Grüße 7, thank you")
        },
        ConformanceRow("\(page):48", "existing values will be overwritten") { service async throws in
            let user = ConformanceService.newUser()
            _ = try await service.post(recipient: [
                "external_user_id": .string(user), "attributes": ["first_name": "Ada", "city": "Ulm", "old": 1],
            ])
            _ = try await service.post(recipient: [
                "external_user_id": .string(user), "attributes": ["first_name": "Eve", "city": "Bonn", "new": 2],
            ])
            let profile = try #require(try await service.profile(of: user))
            #expect(profile["first_name"] == "Eve")
            #expect(profile["attributes"] == ["city": "Bonn", "old": 1, "new": 2])
        },
        ConformanceRow("\(page):59", "will be updated synchronously and templated into your message") {
            service async throws in
            let user = ConformanceService.newUser()
            let names = (1...20).map { "name\($0)" }
            for name in names {
                let attributes: JSON = ["email": .string("\(name)@example.com"), "first_name": .string(name)]
                _ = try await service.story(
                    ["recipient": ["external_user_id": .string(user), "attributes": attributes]],
                    0
                )
            }
            try service.mustBeSandbox()
            let messages = try await eventually {
                let harness = Harness(baseURL: service.baseURL, receiver: service.receiver)
                let all = try await harness.request("GET", "/sandbox/messages", key: nil).json["messages"]?.array
                let mine = all?.compactMap(\.object).filter { $0["recipient"] == .string(user) } ?? []
                return mine.count == names.count ? mine : nil
            }
            for message in messages {
                let name = try #require(message["to"]?.string?.split(separator: "@").first)
                #expect(message["text"]?.string?.hasPrefix("Hello \(name),") == true)
            }
        },
        ConformanceRow("transactional-v2-legacy.md:67", "will not create a user given a user alias that does not exist")
        { service async throws in
            let alias: JSON = ["alias_label": "customer", "alias_name": .string(ConformanceService.newUser())]
            let recipient: JSON = ["user_alias": alias, "attributes": ["email": "someone@example.com"]]
            for path in [try service.v1(), try service.v2()] {
                let (_, postbacks) = try await service.story(["recipient": recipient], path: path, 1)
                #expect(postbacks[0].status?.lowercased() == "aborted")
            }
        },
        changes("braze-facts.md:32", "`null` removes", ["a": 1, "b": 2], ["a": nil], ["b": 2]),
        changes("braze-facts.md:32", #"`{"inc":n}`"#, ["n": 1], ["n": ["inc": 4], "m": ["inc": 2]], ["n": 5, "m": 2]),
        changes("braze-facts.md:32", #"`{"add":[…]}`"#, ["t": ["a"]], ["t": ["add": ["b"]]], ["t": ["a", "b"]]),
        changes("braze-facts.md:32", #"`{"remove":[…]}`"#, ["t": ["a", "b"]], ["t": ["remove": ["a"]]], ["t": ["b"]]),
        changes(
            "braze-facts.md:32",
            "nested objects and arrays of objects allowed",
            [:],
            ["o": ["p": ["q": [["r": 1]]]]],
            ["o": ["p": ["q": [["r": 1]]]]]
        ),
        changes(
            "braze-facts.md:32",
            "lower-case and case-sensitive",
            ["plan": 1],
            ["Plan": 2],
            ["plan": 1, "Plan": 2]
        ),
    ]

    /// What attributes are after a change.
    private static func changes(
        _ source: String,
        _ words: String,
        _ before: JSON,
        _ change: JSON,
        _ after: JSON
    ) -> ConformanceRow {
        ConformanceRow(source, words) { service async throws in
            let user: JSON = .string(ConformanceService.newUser())
            let base: JSON = ["email": "someone@example.com"]
            for attributes in [base, before, change] {
                let answer = try await service.post(recipient: ["external_user_id": user, "attributes": attributes])
                #expect(answer.status == 201)
            }
            #expect(try await service.profile(of: user.string ?? "")?["attributes"] == after)
        }
    }
}
