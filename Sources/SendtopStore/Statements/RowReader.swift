import GRDBSQLite

/// Reads the columns of a row one after the other, straight from SQLite.
struct RowReader {
    private let pointer: OpaquePointer
    private var column: CInt = 0

    /// - Parameter pointer: a statement that stands at a row.
    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    /// A number; 0 where there is none.
    mutating func integer() -> Int64 {
        defer { column += 1 }
        return sqlite3_column_int64(pointer, column)
    }

    mutating func integerOrNil() -> Int64? {
        if isNull { return skip() }
        return integer()
    }

    mutating func textOrNil() -> String? {
        guard let text = sqlite3_column_text(pointer, column) else { return skip() }
        defer { column += 1 }
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(pointer, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Bytes; none where there are none.
    mutating func bytes() -> [UInt8] {
        defer { column += 1 }
        guard let bytes = sqlite3_column_blob(pointer, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    private var isNull: Bool {
        sqlite3_column_type(pointer, column) == SQLITE_NULL
    }

    private mutating func skip<Value>() -> Value? {
        column += 1
        return nil
    }
}
