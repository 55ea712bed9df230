import SendtopCore

/// How long each step of one send takes, in milliseconds: as if by chance, and the same for the same seed and send.
struct StepDelays: Sendable, Hashable {
    let enqueue: Int64
    let execute: Int64
    let send: Int64
    let process: Int64
    let deliver: Int64
    private let timeFactor: Double

    /// Draws the delays of the send with that number.
    init(of send: Int64, in configuration: SandboxConfiguration) {
        var random = SeededGenerator(seed: configuration.seed ^ (UInt64(bitPattern: send) &* 0x9E37_79B9_7F4A_7C15))
        let factor = configuration.timeFactor
        func draw(_ latency: SandboxConfiguration.Latency) -> Int64 {
            let range = latency.min...max(latency.min, latency.max)
            return StepDelays.scaled(Int64(Int.random(in: range, using: &random)), factor)
        }
        enqueue = draw(configuration.latencies.enqueue)
        execute = draw(configuration.latencies.execute)
        self.send = draw(configuration.latencies.send)
        process = draw(configuration.latencies.process)
        deliver = draw(configuration.latencies.deliver)
        timeFactor = factor
    }

    /// A fixed duration in the sandbox's time.
    func scaled(_ milliseconds: Int64) -> Int64 {
        StepDelays.scaled(milliseconds, timeFactor)
    }

    static func scaled(_ milliseconds: Int64, _ factor: Double) -> Int64 {
        Int64(exactly: (Double(milliseconds) * factor).rounded()) ?? .max
    }
}
