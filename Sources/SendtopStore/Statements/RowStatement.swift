import GRDB
import GRDBSQLite

/// A statement that runs row after row, with its values bound straight to SQLite.
///
/// GRDB boxes every argument, and finds a cached statement by the text of its SQL, which shows where rows of thirty
/// columns come ten thousand times a second; and SQLite would ask for memory for every text of a row.
struct RowStatement {
    private let statement: Statement
    private let pointer: OpaquePointer
    private let memory = Memory()

    /// Holds the values of a row while the statement runs; a larger row has some of its values elsewhere.
    private final class Memory {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 16 << 10, alignment: 16)

        deinit {
            bytes.deallocate()
        }
    }

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        pointer = statement.sqliteStatement
        // Whoever had it before may have left something bound.
        sqlite3_clear_bindings(pointer)
    }

    /// Runs the statement to its end.
    ///
    /// - Parameter bind: binds the values, in their order.
    func run(_ bind: (inout RowBinder) -> Void = { _ in }) throws {
        start(bind)
        defer { finish() }
        while try statement.step() {}
    }

    /// The first column of the first row.
    func integer(_ bind: (inout RowBinder) -> Void) throws -> Int64? {
        start(bind)
        defer { finish() }
        return try statement.step() ? sqlite3_column_int64(pointer, 0) : nil
    }

    private func start(_ bind: (inout RowBinder) -> Void) {
        var binder = RowBinder(pointer, memory: memory.bytes)
        bind(&binder)
    }

    private func finish() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }
}
