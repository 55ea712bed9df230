import GRDB

/// The quick look at one of a ledger's files before its owner relies on it.
///
/// A small file is checked whole; of a large one its schema and its newest rows, where a power cut strikes, so that
/// the start takes no longer the more there is. `sendtop ledger check` reads everything.
struct SoundnessCheck {
    /// Bytes up to which a file is checked whole.
    private static let wholeLimit: Int64 = 32 << 20
    /// The newest rows of a larger one that are read.
    private static let newest = 2_000

    let file: String
    /// A table of the file, and its key.
    let table: String
    let key: String
    /// Whether the file is a ledger's for certain, so that one without a database's header is a broken one.
    var isOurs = false

    /// What is wrong with the file, in SQLite's words; `nil` when nothing is, or there is no file yet.
    func fault() -> String? {
        guard size > 0 else { return nil }
        do {
            let queue = try DatabaseQueue(path: file)
            defer { try? queue.close() }
            return try queue.inDatabase(fault)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return error.message ?? "malformed"
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB && isOurs {
            return "its first page is broken"
        } catch {
            // Whatever else is wrong, opening the ledger says better.
            return nil
        }
    }

    private func fault(_ db: Database) throws -> String? {
        // What is not ours is refused elsewhere, and is never moved.
        let mark = try Int64.fetchOne(db, sql: "PRAGMA application_id")
        guard isOurs || mark == LedgerDatabase.applicationID, try db.tableExists(table) else { return nil }
        if size <= SoundnessCheck.wholeLimit {
            let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok"
            return answer == "ok" ? nil : answer.replacing("\n", with: " ")
        }
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT * FROM \(table) ORDER BY \(key) DESC LIMIT \(SoundnessCheck.newest)"
        )
        while try rows.next() != nil {}
        return nil
    }

    private var size: Int64 {
        LedgerFiles.bytes(file) ?? 0
    }
}
