import Testing

@testable import SendtopSandbox

@Suite("Latencies")
struct StepDelayTests {
    @Test("the same seed and send give the same delays, others give others")
    func seeded() {
        var configuration = SandboxConfiguration.builtIn
        let first = (1...20).map { StepDelays(of: $0, in: configuration) }
        #expect(first == (1...20).map { StepDelays(of: $0, in: configuration) })
        #expect(Set(first.map(\.deliver)).count > 10)
        configuration.seed = 2
        #expect(first != (1...20).map { StepDelays(of: $0, in: configuration) })
    }

    @Test("they keep to their bounds, and the factor scales them")
    func bounds() {
        var configuration = SandboxConfiguration.builtIn
        configuration.latencies.send = .init(min: 200, max: 202)
        configuration.timeFactor = 10
        let sends = Set((1...200).map { StepDelays(of: $0, in: configuration).send })
        #expect(sends == [2_000, 2_010, 2_020])
    }
}
