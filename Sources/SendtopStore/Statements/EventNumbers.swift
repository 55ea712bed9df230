import GRDB

/// The numbers of the first and the last event; both 0 where there is none.
///
/// A damaged file may have any number: one below 1 is no event's.
struct EventNumbers: Sendable {
    let first: Int64
    let last: Int64

    init(_ db: Database) throws {
        let select = try db.cachedStatement(
            sql: "SELECT (SELECT min(seq) FROM event), (SELECT max(seq) FROM event)"
        )
        let row = try Row.fetchOne(select)
        last = max(0, row?[1] ?? 0)
        first = last == 0 ? 0 : max(1, row?[0] ?? 1)
    }

    /// How many events there are, since numbers have no gaps.
    var count: Int {
        last == 0 ? 0 : Int(last - first + 1)
    }
}
