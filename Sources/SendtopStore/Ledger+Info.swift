import GRDB
import SendtopCore

extension Ledger {
    /// Says what the ledger holds; the answer reads no send and no event but the last.
    ///
    /// - Throws: `LedgerError` or `CancellationError`.
    public func info() async throws -> LedgerInfo {
        let (sends, cursor) = try await readDerived { db in
            let sends = try Int.fetchOne(db, sql: "SELECT ifnull(sum(sends), 0) FROM block") ?? 0
            return (sends, try Projector.cursor(db))
        }
        let files = files()
        return try await readEvents { [path, owner] db in
            let space = try DatabaseSpace(db)
            let numbers = try EventNumbers(db)
            let lastEventAt = try Int64.fetchOne(db, sql: "SELECT at FROM event ORDER BY seq DESC LIMIT 1")
            return LedgerInfo(
                path: path,
                identity: try String.fetchOne(db, sql: "SELECT lower(hex(identity)) FROM ledger") ?? "",
                files: files,
                events: numbers.count,
                firstSeq: numbers.first,
                lastSeq: numbers.last,
                lastEventAt: lastEventAt.map { Timestamp(milliseconds: $0) },
                sends: sends,
                cursor: cursor,
                backlog: Int(max(0, numbers.last - cursor)),
                prunedThrough: try Int64.fetchOne(db, sql: "SELECT through FROM retention") ?? 0,
                usedBytes: space.used,
                freeBytes: space.free,
                owner: owner
            )
        }
    }

    private func files() -> [LedgerInfo.File] {
        let names = [path, LedgerFiles(path: path).derived].flatMap { [$0, $0 + "-wal", $0 + "-shm"] }
        return names.compactMap { name in
            LedgerFiles.bytes(name).map { LedgerInfo.File(path: name, bytes: $0) }
        }
    }
}
