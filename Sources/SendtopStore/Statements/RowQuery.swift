import GRDB
import GRDBSQLite

/// A query whose rows are read straight from SQLite: GRDB copies each row before it is decoded, which took most of the
/// time of a page.
struct RowQuery {
    private let statement: Statement

    init(_ statement: Statement) {
        self.statement = statement
    }

    /// All rows, by what `read` makes of one.
    func all<Value>(_ arguments: StatementArguments, _ read: (inout RowReader) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(arguments) { row in
            values.append(try read(&row))
            return true
        }
        return values
    }

    /// The first row.
    func first<Value>(_ arguments: StatementArguments, _ read: (inout RowReader) throws -> Value) throws -> Value? {
        var value: Value?
        try forEach(arguments) { row in
            value = try read(&row)
            return false
        }
        return value
    }

    /// Hands the rows out until `take` has had enough.
    func forEach(_ arguments: StatementArguments, _ take: (inout RowReader) throws -> Bool) throws {
        try statement.setArguments(arguments)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try statement.step() {
            var row = RowReader(statement.sqliteStatement)
            guard try take(&row) else { return }
        }
    }
}

extension Statement {
    /// Goes on to the next row, and says whether there is one.
    func step() throws -> Bool {
        switch sqlite3_step(sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let db = sqlite3_db_handle(sqliteStatement)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db)),
                message: sqlite3_errmsg(db).map { String(cString: $0) },
                sql: sql
            )
        }
    }
}
