import NIOCore
import NIOHTTP1

/// Stands before the library's parser: tells the clock that something came, and reads plain requests by itself.
///
/// From the first request that is not plain on, all that comes on a connection is the parser's.
final class PlainDecoder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private enum State {
        /// Between two requests.
        case head
        /// Within the body of one that is plain.
        case body(rest: Int)
        /// All is the parser's.
        case parser
    }

    private let clock: RequestClock
    private let limits: ListenerLimits
    private let watch: RequestWatch
    private var state = State.head
    /// The last head that was read, unless it was long: those of one sender are often the same.
    private var known: PlainHead?

    /// - Parameter watch: gets plain requests, as it gets others from the parser.
    init(_ clock: RequestClock, limits: ListenerLimits, to watch: RequestWatch) {
        self.clock = clock
        self.limits = limits
        self.watch = watch
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        clock.bytes()
        if case .parser = state { return context.fireChannelRead(data) }
        var bytes = unwrapInboundIn(data)
        while bytes.readableBytes > 0 {
            switch state {
            case .head:
                guard let plain = head(of: bytes), plain.bodyCount <= limits.body else {
                    state = .parser
                    continue
                }
                bytes.moveReaderIndex(forwardBy: plain.count)
                if let body = bytes.readSlice(length: plain.bodyCount) {
                    watch.take(.whole(plain.head, body: body))
                } else {
                    state = .body(rest: plain.bodyCount)
                    watch.take(.head(plain.head))
                }
            case .body(let rest):
                guard let part = bytes.readSlice(length: min(rest, bytes.readableBytes)) else { return }
                let isLast = part.readableBytes == rest
                state = isLast ? .head : .body(rest: rest - part.readableBytes)
                watch.take(.body(part))
                if isLast { watch.take(.end) }
            case .parser:
                return context.fireChannelRead(wrapInboundOut(bytes))
            }
        }
    }

    /// The head that bytes begin with; one that is the last, byte for byte, is not read again.
    private func head(of bytes: ByteBuffer) -> PlainHead? {
        if let known, known.begins(bytes) { return known }
        let plain = PlainHead(bytes, limit: limits.head)
        known = plain?.isShort == true ? plain : nil
        return plain
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        clock.settled(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed = event as? ChannelEvent, case .body = state {
            // The parser, which knows nothing of this request, would say the same.
            state = .parser
            context.fireErrorCaught(HTTPParserError.invalidEOFState)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        clock.stop()
        context.fireChannelInactive()
    }
}
