import GRDB

extension Database {
    /// Does something in a transaction, as `inTransaction(.immediate)` would.
    ///
    /// Its statements are prepared once: where a transaction holds a few events, parsing `BEGIN` and `COMMIT` takes
    /// longer than running them.
    func inPreparedTransaction(_ body: () throws -> Void) throws {
        try cachedStatement(sql: "BEGIN IMMEDIATE").execute()
        do {
            try body()
            try cachedStatement(sql: "COMMIT").execute()
        } catch {
            // Some faults have ended it already.
            if isInsideTransaction { try? rollback() }
            throw error
        }
    }
}
