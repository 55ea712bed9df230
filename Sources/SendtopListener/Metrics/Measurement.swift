/// A figure that somebody else knows, such as the size of the ledger; asked for when metrics are read.
public struct Measurement: Sendable, Hashable {
    /// Its name in Prometheus' form, such as `sendtop_ledger_bytes`.
    public var name: String
    /// A sentence about it.
    public var help: String
    public var value: Double

    public init(_ name: String, _ help: String, _ value: Double) {
        self.name = name
        self.help = help
        self.value = value
    }
}
