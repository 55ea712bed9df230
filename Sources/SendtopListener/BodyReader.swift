import HummingbirdCore
import NIOCore

/// Reads the body of one request, with a limit in bytes and in time.
struct BodyReader {
    /// What a body turned out to be.
    enum Body {
        case whole([UInt8])
        /// The connection ended before the body did.
        case cut
        case tooLarge
    }

    private var iterator: RequestBody.AsyncIterator
    private let channel: any Channel
    private let limit: Int
    private let timeout: TimeAmount
    private var isAtEnd = false

    init(_ request: Request, on channel: any Channel, limit: Int, timeout: Duration) {
        iterator = request.body.makeAsyncIterator()
        self.channel = channel
        self.limit = limit
        self.timeout = TimeAmount(timeout)
    }

    /// All bytes of the body.
    ///
    /// - Parameter length: The body's length, where the head names it.
    /// - Throws: What the connection throws.
    @concurrent
    mutating func collect(length: Int?) async throws -> Body {
        if let length, length > limit { return .tooLarge }
        guard let first = try await next() else { return .whole([]) }
        if first.readableBytes == length {
            isAtEnd = true
            return .whole(Array(buffer: first))
        }
        return try await withinTimeout { reader throws -> Body in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(length ?? first.readableBytes)
            var buffer: ByteBuffer? = first
            while let part = buffer {
                guard bytes.count + part.readableBytes <= reader.limit else { return .tooLarge }
                bytes.append(contentsOf: part.readableBytesView)
                buffer = try await reader.next()
            }
            // A connection that we closed ourselves ends the body without an error.
            let isWhole = length.map { bytes.count == $0 } ?? reader.channel.isActive
            return isWhole ? .whole(bytes) : .cut
        }
    }

    /// Passes over what is left, so that the answer is read before the connection ends.
    ///
    /// - Throws: `EndOfConnection` when more than the limit is left, which ends the connection.
    @concurrent
    mutating func discardRest() async throws {
        guard !isAtEnd else { return }
        try await withinTimeout { reader in
            var passed = 0
            while let part = try await reader.next() {
                passed += part.readableBytes
                if passed > reader.limit { throw EndOfConnection() }
            }
        }
    }

    @concurrent
    private mutating func next() async throws -> ByteBuffer? {
        let part = try await iterator.next()
        if part == nil { isAtEnd = true }
        return part
    }

    // Closing the channel is what ends a read; the library's own idle timeout is reset by every dripping byte.
    @concurrent
    private mutating func withinTimeout<Value>(
        _ operation: @concurrent (inout BodyReader) async throws -> Value
    ) async throws -> Value {
        let channel = channel
        let timer = channel.eventLoop.scheduleTask(in: timeout) { channel.close(mode: .all, promise: nil) }
        defer { timer.cancel() }
        return try await operation(&self)
    }
}
