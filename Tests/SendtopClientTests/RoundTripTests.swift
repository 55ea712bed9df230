import Foundation
import SendtopClient
import SendtopCore
import TestSupport
import Testing

/// As many requests as `SENDTOP_ROUND_TRIPS` says, or ten thousand.
private let roundTrips = ProcessInfo.processInfo.environment["SENDTOP_ROUND_TRIPS"].flatMap { Int($0) } ?? 10_000

@Suite struct RoundTripTests {
    /// What was typed into one request.
    private struct Typed {
        var user: String
        var label: String?
        var attributes: String
        var properties: String
    }

    @Test("What was typed reaches the service over HTTP, and the ledger, with the very same values")
    func values() async throws {
        var random = JSONGenerator(seed: 11)
        let typed = (0..<roundTrips).map { _ in
            Typed(
                user: "u\(random.string())",
                label: random.chance(30) ? "l\(random.string())" : nil,
                attributes: random.object(depth: 2),
                properties: random.object(depth: 2)
            )
        }
        try await StubService.run(answering: answer("201 Created", #"{"dispatch_id":"d1"}"#)) { service, port in
            let records = try await send(typed, to: port)
            let bodies = service.requests.map(\.body)
            #expect(bodies.count == typed.count)
            #expect(records.count == typed.count)
            for body in bodies { try check(JSON(text: body), typed) }
            for record in records { try check(record.request, typed) }
        }
    }

    /// Sends all, some at once, and returns what was recorded.
    private func send(_ typed: [Typed], to port: Int) async throws -> [SendRecord] {
        let client = try SendClient(
            endpoint: Endpoint("http://127.0.0.1:\(port)"),
            key: Secret(testKey),
            proxies: .none,
            now: { testNow }
        )
        let events = Events()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, item) in typed.enumerated() {
                if index >= 16 { try await group.next() }
                let request = try request(item, number: index)
                group.addTask {
                    let outcome = try await client.send(request, requestID: "r\(index)") { await events.append($0) }
                    #expect(outcome.error == nil)
                }
            }
            try await group.waitForAll()
        }
        try await client.shutdown()
        return await events.all.compactMap { SendRecord(bytes: $0.body) }
    }

    private func request(_ typed: Typed, number: Int) throws -> SendRequest {
        try SendRequest(
            validating: SendDraft([
                .campaign: "417220e4-5a2a-b634-7f7d-9ec891532368",
                .externalUserID: typed.label == nil ? typed.user : "",
                .aliasLabel: typed.label ?? "",
                .aliasName: typed.label == nil ? "" : typed.user,
                .attributes: typed.attributes,
                .triggerProperties: typed.properties,
                .externalSendID: "n-\(number)",
            ])
        )
    }

    private func check(_ body: JSON, _ all: [Typed]) throws {
        let number = try #require(body.object?["external_send_id"]?.string.flatMap { Int($0.dropFirst(2)) })
        let typed = all[number]
        let person = try #require(body.object?["recipient"]?.object)
        expectSame(body.object?["trigger_properties"]?.text(), typed.properties)
        expectSame(person["attributes"]?.text(), typed.attributes)
        if let label = typed.label {
            expectSame(person["user_alias"]?.object?["alias_name"]?.string, typed.user)
            expectSame(person["user_alias"]?.object?["alias_label"]?.string, label)
        } else {
            expectSame(person["external_user_id"]?.string, typed.user)
        }
    }

    /// Compares bytes: two strings are equal to Swift when they only look the same.
    private func expectSame(_ text: String?, _ other: String) {
        #expect(text.map { Array($0.utf8) } == Array(other.utf8))
    }
}
