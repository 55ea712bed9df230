import NIOCore

/// What is handed on of a request.
enum RequestPart {
    case head(RequestHead)
    case body(ByteBuffer)
    case end
    /// All of a request that came in one piece.
    case whole(RequestHead, body: ByteBuffer)
}
