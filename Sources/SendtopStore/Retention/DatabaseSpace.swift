import GRDB

/// The bytes of a database file: what is in use, and what deleted rows have left free in it.
struct DatabaseSpace {
    let used: Int64
    let free: Int64

    init(_ db: Database) throws {
        let size = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let unused = try Int64.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
        used = (pages - unused) * size
        free = unused * size
    }
}
