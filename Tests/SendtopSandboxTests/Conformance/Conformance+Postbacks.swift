import SendtopCore
import Testing

extension Conformance {
    private static let page = "transactional-v1-recipient.md"

    private static let noUser = "bounce-no-user@example.com"
    private static let delivered = "someone@example.com"
    private static let unmailable = "abort@example.com"

    /// What is told of a send, and how.
    static let postbacks: [ConformanceRow] = [
        ConformanceRow("\(page):115", "an HTTP request back to your specified URL") { service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), 1)
            #expect(postbacks.map(\.path) == ["/postback"])
        },
        ConformanceRow("\(page):117", "All following event postbacks such as `Sent` and `Delivered`") {
            service async throws in
            let id = ConformanceService.newUser()
            let (_, postbacks) = try await service.story(ConformanceService.body(externalSendID: id), 3)
            #expect(postbacks.map { $0.metadata["external_send_id"] } == Array(repeating: .string(id), count: 3))
        },
        ConformanceRow("\(page):128", "\"dispatch_id\": (string,") { service async throws in
            let (answer, postbacks) = try await service.story(ConformanceService.body(), 3)
            #expect(postbacks.allSatisfy { $0.json.object?["dispatch_id"] == .string(answer.dispatchID) })
        },
        ConformanceRow("\(page):129", "\"status\": (string, Current status of message") { service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), 3)
            #expect(postbacks.compactMap(\.status) == ["sent", "processed", "delivered"])
        },
        ConformanceRow("\(page):130", "\"metadata\" : (object,") { service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), 3)
            #expect(postbacks.allSatisfy { !$0.metadata.isEmpty })
        },
        ConformanceRow("\(page):132", "If provided at the time of the request") { service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), 3)
            #expect(postbacks.allSatisfy { $0.metadata["external_send_id"] == nil })
        },
        ConformanceRow("\(page):133", "API identifier of this transactional campaign") { service async throws in
            let campaign = try service.the(.campaign)
            let (_, postbacks) = try await service.story(ConformanceService.body(), 3)
            #expect(postbacks.allSatisfy { $0.metadata["campaign_api_id"] == .string(campaign) })
        },
        only("\(page):134", "received_at", on: ["sent"]),
        only("\(page):135", "enqueued_at", on: ["sent"]),
        only("\(page):136", "executed_at", on: ["sent"]),
        only("\(page):137", "sent_at", on: ["sent"]),
        only("\(page):138", "processed_at", on: ["processed"]),
        // The line says "processed"; the page's example, and reason, say "delivered".
        only("\(page):139", "delivered_at", on: ["delivered"]),
        only("\(page):140", "bounced_at", on: ["bounced"]),
        only("\(page):141", "aborted_at", on: ["aborted"]),
        only("\(page):142", "reason", on: ["aborted", "bounced"]),
        exactly("\(page):151", "Message successfully dispatched", "sent", to: delivered),
        exactly(
            "\(page):152",
            "Email sending partner has successfully received and prepared",
            "processed",
            to: delivered
        ),
        exactly("\(page):153", "due to the user not having an emailable address", "aborted", to: unmailable),
        ConformanceRow("\(page):153", "Liquid abort logic was called in the message body") { service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), path: try service.v1(.liquid), 1)
            #expect(postbacks[0].status == "aborted")
            #expect(postbacks[0].metadata["reason"]?.string?.isEmpty == false)
        },
        ConformanceRow("\(page):155", "reflecting the bounce error code") { service async throws in
            let reason = try await service.postback("bounced", email: noUser).metadata["reason"]?.string ?? ""
            #expect(reason.prefix(3).allSatisfy { $0.isNumber } && reason.count > 3)
        },
        ConformanceRow("\(page):57", "which will be included in events sent from") { service async throws in
            let id = ConformanceService.newUser()
            let (_, postbacks) = try await service.story(ConformanceService.body(externalSendID: id), 3)
            #expect(postbacks.allSatisfy { $0.metadata["external_send_id"] == .string(id) })
        },
        exactly("\(page):154", "Message was accepted by the user's email inbox provider", "delivered", to: delivered),
        exactly("\(page):155", "Message was rejected by the user's email inbox provider", "bounced", to: noUser),
        example(
            "\(page):161",
            "// Sent Event",
            "sent",
            to: delivered,
            ["received_at", "enqueued_at", "executed_at", "sent_at", "campaign_api_id", "external_send_id"]
        ),
        example(
            "\(page):175",
            "// Processed Event",
            "processed",
            to: delivered,
            ["processed_at", "campaign_api_id", "external_send_id"]
        ),
        example(
            "\(page):186",
            "// Aborted",
            "aborted",
            to: unmailable,
            ["reason", "aborted_at", "campaign_api_id", "external_send_id"]
        ),
        example(
            "\(page):198",
            "// Delivered Event",
            "delivered",
            to: delivered,
            ["delivered_at", "campaign_api_id", "external_send_id"]
        ),
        example(
            "\(page):209",
            "// Bounced Event",
            "bounced",
            to: noUser,
            ["bounced_at", "reason", "campaign_api_id", "external_send_id"]
        ),
        ConformanceRow("\(page):191", "User not emailable") { service async throws in
            let postback = try await service.postback("aborted", email: unmailable)
            #expect(postback.metadata["reason"] == "User not emailable")
        },
        ConformanceRow("\(page):215", "550 5.1.1 The email account that you tried to reach does not exist") {
            service async throws in
            let postback = try await service.postback("bounced", email: noUser)
            let reason: JSON = "550 5.1.1 The email account that you tried to reach does not exist"
            #expect(postback.metadata["reason"] == reason)
        },
        ConformanceRow("\(page):166", "2020-08-31T18:58:41.000+00:00") { service async throws in
            let (_, postbacks) = try await service.story(ConformanceService.body(), 1)
            let text = try #require(postbacks[0].metadata["received_at"]?.string)
            #expect(text.map { $0.isNumber ? "0" : $0 } == Array("0000-00-00T00:00:00.000+00:00"))
            #expect(text.hasSuffix("+00:00"))
        },
        ConformanceRow("braze-facts.md:91", "no further attempt until it changes") { service async throws in
            try service.mustBeSandbox()
            let user = ConformanceService.newUser()
            let address = "bounce-no-user+\(user)@example.com"
            _ = try await service.story(ConformanceService.body(user: user, email: address), 3)
            let later = try await service.story(["recipient": ["external_user_id": .string(user)]], 1)
            #expect(later.postbacks[0].metadata["reason"] == "User not emailable")
            let changed = try await service.story(ConformanceService.body(user: user), 3)
            #expect(changed.postbacks.last?.status == "delivered")
        },
    ]

    /// A field that is there on some statuses, and on no other.
    private static func only(_ source: String, _ field: String, on statuses: Set<String>) -> ConformanceRow {
        ConformanceRow(source, "\"\(field)\"") { service async throws in
            try service.mustBeSandbox()
            _ = try await service.story(ConformanceService.body(), 3)
            _ = try await service.story(ConformanceService.body(email: noUser), 3)
            _ = try await service.story(ConformanceService.body(email: unmailable), 1)
            let postbacks = service.receiver.all
            let present = Set(postbacks.filter { $0.metadata[field]?.string != nil }.compactMap(\.status))
            #expect(present == statuses)
        }
    }

    /// A status that an address leads to.
    private static func exactly(
        _ source: String,
        _ words: String,
        _ status: String,
        to email: String
    ) -> ConformanceRow {
        ConformanceRow(source, words) { service async throws in
            #expect(try await service.postback(status, email: email).status == status)
        }
    }

    /// The members of an example, in the example's order.
    private static func example(
        _ source: String,
        _ words: String,
        _ status: String,
        to email: String,
        _ fields: [String]
    ) -> ConformanceRow {
        ConformanceRow(source, words) { service async throws in
            let id = ConformanceService.newUser()
            let postback = try await service.postback(status, email: email, externalSendID: id)
            #expect(postback.json.object?.members.map(\.key) == ["dispatch_id", "status", "metadata"])
            #expect(postback.metadata.members.map(\.key) == fields)
        }
    }
}
