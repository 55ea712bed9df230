import SendtopCore
import Testing

@testable import SendtopStore

@Suite struct LatenciesTests {
    @Test("A bucket's middle is within a sixtieth of every latency in it")
    func resolution() {
        for value in (0..<5_000).map(Int64.init) + [86_400_000, 1 << 40, .max] {
            let middle = Latencies.milliseconds(Latencies.bucket(value))
            #expect(abs(middle - value) <= value / 60 + 1, "\(value) \(middle)")
        }
    }

    @Test("Buckets rise with the latency, without a gap")
    func rising() {
        let buckets = (0..<100_000).map { Latencies.bucket(Int64($0)) }
        #expect(zip(buckets, buckets.dropFirst()).allSatisfy { $1 == $0 || $1 == $0 + 1 })
    }

    @Test("Percentiles are of the counts")
    func percentiles() {
        var latencies = Latencies()
        #expect(latencies.percentiles([0.5]) == nil)
        for value in 1...100 { latencies.add(1, to: Latencies.bucket(Int64(value) % 32)) }
        #expect(latencies.percentiles([0, 0.01, 0.5, 1]) == [0, 0, 15, 31])
    }

    @Test("The bytes restore the counts, and damaged bytes trap nothing")
    func bytes() {
        var latencies = Latencies()
        for value in [0, 5, 31, 32, 1_000, 60_000, 1 << 40] as [Int64] { latencies.add(3, to: Latencies.bucket(value)) }
        latencies.add(-3, to: 5)
        #expect(Latencies(bytes: latencies.bytes) == latencies)
        var generator = SeededGenerator(seed: 1)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            _ = Latencies(bytes: bytes).percentiles([0.5])
            _ = Reached(bytes: bytes, first: .max)
        }
    }
}
