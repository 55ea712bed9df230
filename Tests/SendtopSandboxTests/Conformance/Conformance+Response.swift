import SendtopCore
import SendtopSandbox
import TestSupport
import Testing

extension Conformance {
    private static let page = "transactional-v1-recipient.md"

    /// What a request that was taken is answered.
    static let response: [ConformanceRow] = [
        ConformanceRow("\(page):85", "will respond with the message's `dispatch_id`") { service async throws in
            let first = try await service.post(ConformanceService.body())
            let second = try await service.post(ConformanceService.body())
            #expect(!first.dispatchID.isEmpty)
            #expect(first.dispatchID != second.dispatchID)
        },
        ConformanceRow("\(page):91", "\"dispatch_id\": Out-of-the-box generated Unique ID") { service async throws in
            let id = try await service.post(ConformanceService.body()).json["dispatch_id"]?.string ?? ""
            #expect(id.utf8.count == 32)
            #expect(id.allSatisfy { "0123456789abcdef".contains($0) })
        },
        ConformanceRow("\(page):92", "\"status\": Current status of the message") { service async throws in
            #expect(try await service.post(ConformanceService.body()).json["status"] == "sent")
        },
        ConformanceRow("\(page):93", "\"metadata\" : Object containing additional information") {
            service async throws in
            #expect(try await service.post(ConformanceService.body()).json["metadata"]?.object != nil)
        },
        ConformanceRow("\(page):57", "Passing the same identifier in another request will not result in a new instance")
        { service async throws in
            let id = ConformanceService.newUser()
            let first = try await service.post(ConformanceService.body(externalSendID: id))
            let again = try await eventually {
                let answer = try await service.post(ConformanceService.body(externalSendID: id))
                return answer.status == 201 ? answer : nil
            }
            #expect(again.dispatchID == first.dispatchID)
        },
        ConformanceRow("braze-facts.md:11", "201 Created") { service async throws in
            #expect(try await service.post(ConformanceService.body()).status == 201)
        },
        ConformanceRow("braze-facts.md:45", "top of the hour") { service async throws in
            let answer = try await service.post(ConformanceService.body())
            let limit = try #require(answer.header("X-RateLimit-Limit").flatMap(Int.init))
            let remaining = try #require(answer.header("X-RateLimit-Remaining").flatMap(Int.init))
            let reset = try #require(answer.header("X-RateLimit-Reset").flatMap(Int.init))
            #expect(remaining < limit)
            #expect(reset % 3_600 == 0)
        },
        ConformanceRow("braze-facts.md:47", "`X-Request-Id` (uuid)") { service async throws in
            let first = try await service.post(ConformanceService.body()).header("X-Request-Id")
            let second = try await service.post(ConformanceService.body()).header("X-Request-Id")
            #expect(first?.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
            #expect(first != second)
        },
        ConformanceRow(
            "\(page):111",
            "continue to ingest the API calls, return success codes",
            configure: { $0.hourlyAllotment = 3 }
        ) { service async throws in
            for _ in 0..<20 {
                #expect(try await service.post(ConformanceService.body()).status == 201)
            }
        },
    ]
}
