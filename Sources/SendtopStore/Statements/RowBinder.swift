import GRDBSQLite

/// Binds the values of a row one after the other.
struct RowBinder {
    private let pointer: OpaquePointer
    private var column: CInt = 0
    /// SQLite makes a copy at once.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    mutating func bind(_ value: Int64?) {
        column += 1
        if let value {
            sqlite3_bind_int64(pointer, column, value)
        } else {
            sqlite3_bind_null(pointer, column)
        }
    }

    mutating func bind(_ text: String?) {
        column += 1
        guard var text else {
            sqlite3_bind_null(pointer, column)
            return
        }
        _ = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // Without a place, SQLite would take an empty text for none.
                guard let place = characters.baseAddress else { return sqlite3_bind_text(pointer, column, "", 0, nil) }
                return sqlite3_bind_text(pointer, column, place, CInt(characters.count), RowBinder.copied)
            }
        }
    }

    mutating func bind(_ bytes: [UInt8]?) {
        column += 1
        guard let bytes else {
            sqlite3_bind_null(pointer, column)
            return
        }
        _ = bytes.withUnsafeBytes { bytes in
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(pointer, column, 0)
                : sqlite3_bind_blob(pointer, column, bytes.baseAddress, CInt(bytes.count), RowBinder.copied)
        }
    }
}
