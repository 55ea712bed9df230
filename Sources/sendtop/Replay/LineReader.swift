import Foundation

/// Reads the lines of a file or of standard input, one at a time, in constant memory.
struct LineReader {
    /// Bytes of a line at most: no postback is that long.
    private static let limit = 64 << 20
    private static let piece = 1 << 18

    /// A line is longer than any postback can be.
    struct TooLong: Error {}

    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Bytes that were handed out as lines.
    private(set) var consumed = 0
    /// Lines that were handed out.
    private(set) var number = 0

    init(_ handle: FileHandle) {
        self.handle = handle
    }

    /// The next line without its end; `nil` behind the last.
    mutating func next() throws -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(through: end) }
            searched = buffer.endIndex
            if isAtEnd {
                return position < buffer.endIndex ? take(through: buffer.endIndex) : nil
            }
            guard buffer.count - position < LineReader.limit else { throw TooLong() }
            buffer.removeSubrange(..<position)
            searched -= position
            position = 0
            let more = try handle.read(upToCount: LineReader.piece) ?? Data()
            isAtEnd = more.isEmpty
            buffer += more
        }
    }

    private mutating func take(through end: Int) -> [UInt8] {
        var line = Array(buffer[position..<end])
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        let next = min(end + 1, buffer.endIndex)
        consumed += next - position
        number += 1
        position = next
        return line
    }
}
