import SendtopCore

/// The number that stands for a status in the derived tables: its bit in a `StatusSet`, and one for all others.
enum StatusCode {
    static let other: Int64 = 15

    static func code(of status: SendStatus) -> Int64 {
        StatusSet.bit(of: status).map(Int64.init) ?? other
    }

    /// The status that a number stands for; `unknown` for all that have none of their own.
    static func status(_ code: Int64) -> SendStatus {
        guard let index = Int(exactly: code), StatusSet.known.indices.contains(index) else {
            return SendStatus(rawValue: "unknown")
        }
        return StatusSet.known[index]
    }
}
