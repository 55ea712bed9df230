import Dispatch
import Foundation

/// Reads the lines of a file or a pipe, one at a time, in constant memory.
struct LineReader {
    /// Bytes of a line at most: no postback is that long.
    private static let limit = 64 << 20
    private static let piece = 1 << 18

    /// A line is longer than any postback can be.
    struct TooLong: Error {}

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Where the next line begins.
    private var position = 0
    /// Up to where no end of it was found.
    private var searched = 0
    /// Whether everything was read.
    private(set) var isAtEnd = false
    /// Bytes that were handed out as lines.
    private(set) var consumed = 0
    /// Lines that were handed out.
    private(set) var number = 0

    /// - Parameter descriptor: stays open as long as this is used.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next line without its end; `nil` when more has to be read first, or behind the last.
    mutating func line() -> [UInt8]? {
        if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(through: end) }
        searched = buffer.endIndex
        return isAtEnd && position < buffer.endIndex ? take(through: buffer.endIndex) : nil
    }

    /// Whether `read` has not to wait.
    var isReadable: Bool {
        var look = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&look, 1, 0) != 0
    }

    /// Waits until something can be read; a pipe may stay silent for hours.
    ///
    /// - Throws: `CancellationError`.
    func wait() async throws {
        let (ready, continuation) = AsyncStream.makeStream(of: Void.self)
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
        source.setEventHandler { continuation.finish() }
        source.activate()
        for await _ in ready {}
        source.cancel()
        try Task.checkCancellation()
    }

    /// Reads what is there.
    ///
    /// - Throws: `TooLong`, or a `POSIXError` when it cannot be read.
    mutating func read() throws {
        guard buffer.count - position < LineReader.limit else { throw TooLong() }
        buffer.removeSubrange(..<position)
        searched -= position
        position = 0
        let count = withUnsafeTemporaryAllocation(byteCount: LineReader.piece, alignment: 1) { bytes in
            var count = Foundation.read(descriptor, bytes.baseAddress, bytes.count)
            while count < 0, errno == EINTR {
                count = Foundation.read(descriptor, bytes.baseAddress, bytes.count)
            }
            guard count >= 0 else { return -Int(errno) }
            buffer += bytes.prefix(count)
            return count
        }
        guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: Int32(-count)) ?? .EIO) }
        isAtEnd = count == 0
    }

    private mutating func take(through end: Int) -> [UInt8] {
        var line = Array(buffer[position..<end])
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        let next = min(end + 1, buffer.endIndex)
        consumed += next - position
        number += 1
        position = next
        searched = next
        return line
    }
}
