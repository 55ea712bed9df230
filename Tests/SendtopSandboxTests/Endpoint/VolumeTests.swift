import SendtopCore
import SendtopSandbox
import Testing

@Suite("Volume")
struct VolumeTests {
    @Test("above the allotment, sends go out, marked as outside the SLA")
    func allotment() async throws {
        var configuration = SandboxConfiguration.fast
        configuration.hourlyAllotment = 2
        try await withSandbox(configuration) { sandbox in
            for _ in 0..<3 {
                let answer = try await sandbox.send(to: "ada")
                #expect(answer.status == 201)
                _ = try await sandbox.receiver.wait(for: 3, of: answer.dispatchID)
            }
            let sends = try await sandbox.request("GET", "/sandbox/status").json["sends"]?.object
            #expect(sends?["accepted"] == 3)
            #expect(sends?["outside_sla"] == 1)
            let messages = try await sandbox.request("GET", "/sandbox/messages").json["messages"]?.array
            #expect(messages?.map { $0.object?["outside_sla"] } == [true, false, false])
        }
    }

    @Test("above the overall limit, the answer is 429, with headers that count down")
    func limit() async throws {
        var configuration = SandboxConfiguration.fast
        configuration.rateLimit = 2
        try await withSandbox(configuration) { sandbox in
            var answers: [Answer] = []
            for _ in 0..<3 { answers.append(try await sandbox.send(to: "ada")) }
            #expect(answers.map(\.status) == [201, 201, 429])
            #expect(answers.map { $0.header("X-RateLimit-Limit") } == ["2", "2", "2"])
            #expect(answers.map { $0.header("X-RateLimit-Remaining") } == ["1", "0", "0"])
            let reset = try #require(answers[2].header("X-RateLimit-Reset").flatMap(Int.init))
            #expect(reset % 3_600 == 0)
            #expect(answers[2].message == "Rate limit exceeded")
        }
    }
}
