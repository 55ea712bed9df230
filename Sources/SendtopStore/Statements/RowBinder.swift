import GRDBSQLite

/// Binds the values of a row one after the other, to a statement to which nothing is bound yet.
struct RowBinder {
    private let pointer: OpaquePointer
    private let memory: UnsafeMutableRawBufferPointer
    private var used = 0
    private var column: CInt = 0
    /// SQLite makes a copy at once.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// - Parameter memory: where values are kept until the statement has run.
    init(_ pointer: OpaquePointer, memory: UnsafeMutableRawBufferPointer) {
        self.pointer = pointer
        self.memory = memory
    }

    /// Keeps bytes where SQLite may find them, or, when there is no more room, has it make a copy of its own.
    private mutating func keep(
        _ bytes: UnsafeRawBufferPointer
    ) -> (place: UnsafeRawPointer?, destructor: sqlite3_destructor_type?) {
        guard bytes.count <= memory.count - used else { return (bytes.baseAddress, RowBinder.copied) }
        let room = UnsafeMutableRawBufferPointer(rebasing: memory[used..<used + bytes.count])
        room.copyMemory(from: bytes)
        used += bytes.count
        return (UnsafeRawPointer(room.baseAddress), nil)
    }

    mutating func bind(_ value: Int64?) {
        column += 1
        if let value { sqlite3_bind_int64(pointer, column, value) }
    }

    mutating func bind(_ text: String?) {
        column += 1
        guard let text else { return }
        // A span counts no reference, as a view of the text does.
        let bytes = text.utf8Span.span
        bytes.withUnsafeBufferPointer { bindText($0) }
    }

    private mutating func bindText(_ bytes: UnsafeBufferPointer<UInt8>) {
        let (place, destructor) = keep(UnsafeRawBufferPointer(bytes))
        let characters = place?.assumingMemoryBound(to: CChar.self)
        // Without a place, SQLite would take an empty text for none.
        _ =
            characters.map { sqlite3_bind_text(pointer, column, $0, CInt(bytes.count), destructor) }
            ?? sqlite3_bind_text(pointer, column, "", 0, nil)
    }

    mutating func bind(_ bytes: [UInt8]?) {
        column += 1
        guard let bytes else { return }
        bytes.withUnsafeBytes { bytes in
            let (place, destructor) = keep(bytes)
            _ =
                bytes.isEmpty
                ? sqlite3_bind_zeroblob(pointer, column, 0)
                : sqlite3_bind_blob(pointer, column, place, CInt(bytes.count), destructor)
        }
    }
}
