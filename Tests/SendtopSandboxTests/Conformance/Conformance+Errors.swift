import SendtopCore
import Testing

extension Conformance {
    private static let page = "transactional-v1-recipient.md"

    /// The error table, and what stands about errors elsewhere.
    static let errors: [ConformanceRow] = [
        row(
            "\(page):101",
            "The campaign ID provided is not for a transactional campaign.",
            400,
            "The campaign is not a transactional campaign. Only transactional campaigns may use this endpoint",
            campaign: .notTransactional
        ),
        ConformanceRow("\(page):102", "The external reference has been queued.  Please retry to obtain send_id.") {
            service async throws in
            let body = ConformanceService.body(externalSendID: ConformanceService.newUser())
            async let first = service.post(body)
            async let second = service.post(body)
            let refused = try await [first, second].filter { $0.status == 400 }
            #expect(
                refused.map(\.message) == ["The external reference has been queued.  Please retry to obtain send_id."]
            )
        },
        ConformanceRow("\(page):102", "try a new external_send_id if you are intending to send a new message") {
            service async throws in
            let first = try await service.post(ConformanceService.body(externalSendID: ConformanceService.newUser()))
            let second = try await service.post(ConformanceService.body(externalSendID: ConformanceService.newUser()))
            #expect([first.status, second.status] == [201, 201])
            #expect(first.dispatchID != second.dispatchID)
        },
        ConformanceRow("\(page):103", "The campaign ID provided does not correspond to an existing campaign.") {
            service async throws in
            let path = "/transactional/v1/campaigns/00000000-0000-4000-8000-000000000000/send"
            let answer = try await service.post(path, ConformanceService.body().text())
            #expect(answer.status == 400)
            #expect(answer.message == "Campaign does not exist")
        },
        row(
            "\(page):104",
            "The campaign ID provided corresponds to an archived campaign.",
            400,
            "The campaign is archived. Unarchive the campaign to ensure trigger requests will take effect.",
            campaign: .archived
        ),
        row(
            "\(page):105",
            "The campaign ID provided corresponds to a paused campaign.",
            400,
            "The campaign is paused. Resume the campaign to ensure trigger requests will take effect.",
            campaign: .paused
        ),
        ConformanceRow("\(page):106", "The campaign ID provided is not a valid format.") { service async throws in
            for id in ["order-confirmation", "417220e4", "417220e4-5a2a-b634-7f7d-9ec891532368x", "%20"] {
                let answer = try await service.post("/transactional/v1/campaigns/\(id)/send", "{}")
                #expect(answer.status == 400)
                #expect(answer.message == "campaign_id must be a string of the campaign api identifier")
            }
        },
        ConformanceRow("\(page):107", "Error authenticating credentials") { service async throws in
            let harness = Harness(baseURL: service.baseURL, receiver: service.receiver)
            for key in [nil, "", "no-such-key", "\"\(try service.the(.key))\""] {
                let answer = try await harness.request("POST", try service.v1(), key: key, body: "{}")
                #expect(answer.status == 401)
                #expect(answer.message == "Error authenticating credentials")
            }
        },
        row(
            "\(page):108",
            "The IP address sending the request is not on the IP whitelist",
            403,
            "Invalid whitelisted IPs",
            key: .keyFromElsewhere
        ),
        row(
            "\(page):109",
            "The API key used does not have permission to take this action",
            403,
            "You do not have permission to access this resource",
            key: .keyWithoutPermission
        ),
        ConformanceRow("\(page):97", "an error code and a human-readable message") { service async throws in
            let answer = try await service.post(["recipient": [:]])
            #expect(answer.status == 400)
            #expect(answer.message?.isEmpty == false)
        },
        ConformanceRow("braze-facts.md:25", "quotes around the key give 401") { service async throws in
            let harness = Harness(baseURL: service.baseURL, receiver: service.receiver)
            let key = "\"\(try service.the(.key))\""
            #expect(try await harness.request("POST", try service.v1(), key: key, body: "{}").status == 401)
        },
        ConformanceRow("braze-facts.md:64", "404 = bad URL") { service async throws in
            for path in ["/transactional/v1/campaign/x/send", "/transactional/v1/campaigns//send", "/", "/nothing"] {
                let answer = try await service.post(path, "{}")
                #expect(answer.status == 404)
            }
        },
        ConformanceRow("braze-facts.md:64", "No Recipients") { service async throws in
            for text in ["{}", #"{"recipient":null}"#, #"{"recipient":{}}"#, #"{"recipient":[]}"#] {
                let answer = try await service.post(try service.v1(), text)
                #expect(answer.status == 400)
                #expect(answer.message == "No Recipients")
            }
        },
        ConformanceRow("braze-facts.md:45", "empty strings** on 401") { service async throws in
            let answer = try await service.post(ConformanceService.body(), key: nil)
            for name in ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"] {
                #expect(answer.header(name) == "")
            }
        },
    ]

    /// A request that is refused for its campaign or its key.
    private static func row(
        _ source: String,
        _ words: String,
        _ status: Int,
        _ message: String,
        campaign: ConformanceService.Need = .campaign,
        key: ConformanceService.Need = .key
    ) -> ConformanceRow {
        ConformanceRow(source, words) { service async throws in
            let answer = try await service.post(try service.v1(campaign), ConformanceService.body().text(), key: key)
            #expect(answer.status == status)
            #expect(answer.message == message)
        }
    }
}
