import GRDB
import SendtopStore

extension Ledger {
    /// Every row of every derived table, as text.
    func derivedDump() throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path + "-derived", configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master
                    WHERE type = 'table' AND name NOT IN ('grdb_migrations', 'ledger', 'minute_change')
                    ORDER BY name
                    """
            )
            return try tables.flatMap { table in
                // When a block or a minute was last touched is for caches, and no one's answer.
                let columns = table == "block" ? "block, sends" : "*"
                return try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table) ORDER BY 1, 2")
                    .map { "\(table) \($0.databaseText)" }
            }
        }
    }
}

extension Row {
    /// The values, byte for byte.
    fileprivate var databaseText: String {
        databaseValues.map { value in
            switch value.storage {
            case .string(let text): "'\(text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined())'"
            case .blob(let data): "x\(Array(data))"
            default: value.description
            }
        }
        .joined(separator: "|")
    }
}
