extension SandboxConfiguration {
    /// How long a step takes, in milliseconds: evenly spread from the one to the other.
    public struct Latency: Sendable, Hashable {
        /// The shortest time, in milliseconds; `min_ms` in the file.
        public var min: Int
        /// The longest time, in milliseconds, at most a day; `max_ms` in the file.
        public var max: Int

        /// Makes a latency between two durations in milliseconds.
        public init(min: Int, max: Int) {
            self.min = min
            self.max = max
        }
    }
}
