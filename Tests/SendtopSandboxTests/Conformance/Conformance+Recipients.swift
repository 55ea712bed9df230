import SendtopCore
import Testing

extension Conformance {
    private static let page = "transactional-v1-recipients.txt"

    /// The other form of the page, where it says anything else.
    static let recipients: [ConformanceRow] = [
        ConformanceRow("\(page):32", "[{") { service async throws in
            let body: JSON = ["recipients": [["external_user_id": .string(ConformanceService.newUser())]]]
            let (_, postbacks) = try await service.story(body, 1)
            #expect(postbacks[0].status == "aborted")
        },
        ConformanceRow("\(page):36", "will create or update an attribute of that name") { service async throws in
            let user = ConformanceService.newUser()
            let attributes: JSON = ["email": "someone@example.com"]
            let body: JSON = ["recipients": [["external_user_id": .string(user), "attributes": attributes]]]
            let (_, postbacks) = try await service.story(body, 3)
            #expect(postbacks.last?.status == "delivered")
        },
        ConformanceRow("\(page):82", "\"recipients\": [{") { service async throws in
            let body: JSON = [
                "external_send_id": .string(ConformanceService.newUser()),
                "trigger_properties": ["example_string_property": "a", "example_integer_property": 1],
                "recipients": [["external_user_id": "a"]],
            ]
            #expect(try await service.post(body).status == 201)
        },
        ConformanceRow("\(page):100", "\"dispatch_id\": Out-of-the-box generated Unique ID") { service async throws in
            #expect(try await service.post(["recipients": [["external_user_id": "a"]]]).dispatchID.utf8.count == 32)
        },
        ConformanceRow("\(page):33", "Requests must specify only one.") { service async throws in
            let both: JSON = [
                "external_user_id": "a", "user_alias": ["alias_name": "n", "alias_label": "l"],
            ]
            #expect(try await service.post(["recipients": [both]]).status == 400)
        },
        ConformanceRow("\(page):7", "must specify a single user") { service async throws in
            #expect(try await service.post(["recipients": []]).status == 400)
            #expect(try await service.post(["recipients": ["external_user_id": "a"]]).status == 400)
        },
    ]
}
