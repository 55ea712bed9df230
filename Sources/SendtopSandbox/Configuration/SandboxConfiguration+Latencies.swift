extension SandboxConfiguration {
    /// How long each step takes after the one before it.
    public struct Latencies: Sendable, Hashable {
        /// From `received_at` to `enqueued_at`.
        public var enqueue: Latency
        /// From `enqueued_at` to `executed_at`, when the message is rendered.
        public var execute: Latency
        /// From `executed_at` to `sent_at`.
        public var send: Latency
        /// From `sent_at` to `processed_at`.
        public var process: Latency
        /// From `processed_at` to `delivered_at` or `bounced_at`.
        public var deliver: Latency

        /// Makes latencies; those that are left out are as in the built-in configuration.
        public init(
            enqueue: Latency = Latency(min: 0, max: 3),
            execute: Latency = Latency(min: 20, max: 150),
            send: Latency = Latency(min: 200, max: 900),
            process: Latency = Latency(min: 100, max: 700),
            deliver: Latency = Latency(min: 300, max: 2_500)
        ) {
            self.enqueue = enqueue
            self.execute = execute
            self.send = send
            self.process = process
            self.deliver = deliver
        }
    }
}
