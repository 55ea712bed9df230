import GRDB

extension Row {
    /// More than any ledger counts, and so little that as many as one likes can be added up.
    private static let countLimit = 1 << 40

    /// A count of a column; a damaged file may have any number there.
    func count(_ column: Int) -> Int {
        Swift.min(Swift.max(0, self[column]), Row.countLimit)
    }
}
