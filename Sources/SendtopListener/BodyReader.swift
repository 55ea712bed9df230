import HummingbirdCore
import NIOCore

/// Reads the body of one request, with a limit; a clock on the connection sees to it that it comes in time.
struct BodyReader {
    /// What a body turned out to be.
    enum Body {
        case whole([UInt8])
        /// The connection ended before the body did.
        case cut
        case tooLarge
        /// There is no room for it now.
        case noRoom
    }

    private var iterator: RequestBody.AsyncIterator
    private let channel: any Channel
    private let limit: Int
    private let backlog: Backlog
    private var claim: Backlog.Claim
    private var isAtEnd = false

    init(_ request: Request, on channel: any Channel, limit: Int, backlog: Backlog, client: ClientKey?) {
        iterator = request.body.makeAsyncIterator()
        self.channel = channel
        self.limit = limit
        self.backlog = backlog
        claim = Backlog.Claim(client: client)
    }

    /// All bytes of the body.
    ///
    /// - Parameter length: The body's length, where the head names it.
    /// - Throws: What the connection throws.
    @concurrent
    mutating func collect(length: Int?) async throws -> Body {
        if let length, length > limit { return .tooLarge }
        guard let first = try await next() else { return .whole([]) }
        guard backlog.grow(&claim, by: first.readableBytes) else { return .noRoom }
        if first.readableBytes == length {
            isAtEnd = true
            return .whole(Array(buffer: first))
        }
        var bytes = Array(buffer: first)
        while let part = try await next() {
            guard bytes.count + part.readableBytes <= limit else { return .tooLarge }
            guard backlog.grow(&claim, by: part.readableBytes) else { return .noRoom }
            bytes.append(contentsOf: part.readableBytesView)
        }
        // A connection that we closed ourselves ends the body without an error.
        let isWhole = length.map { bytes.count == $0 } ?? channel.isActive
        return isWhole ? .whole(bytes) : .cut
    }

    /// Gives back the room that the body took.
    mutating func release() {
        backlog.release(&claim)
    }

    /// Passes over what is left, so that the answer is read before the connection ends.
    ///
    /// - Throws: `EndOfConnection` when more than the limit is left, which ends the connection.
    @concurrent
    mutating func discardRest() async throws {
        guard !isAtEnd else { return }
        var passed = 0
        while let part = try await next() {
            passed += part.readableBytes
            if passed > limit { throw EndOfConnection() }
        }
    }

    @concurrent
    private mutating func next() async throws -> ByteBuffer? {
        let part = try await iterator.next()
        if part == nil { isAtEnd = true }
        return part
    }
}
