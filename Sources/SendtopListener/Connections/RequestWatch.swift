import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Stands behind the parser: tells clock and register of requests and answers, and answers what is no HTTP.
final class RequestWatch: ChannelDuplexHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let clock: RequestClock
    private let connection: Connection
    private let onBadHead: (HTTPParserError) -> Void
    /// Requests whose heads have come and whose answers are not written.
    private var open = 0
    private var isUseful = false
    /// How long a sender may go on before the connection is cut.
    private static let farewell = TimeAmount.seconds(1)

    init(_ clock: RequestClock, _ connection: Connection, onBadHead: @escaping (HTTPParserError) -> Void) {
        self.clock = clock
        self.connection = connection
        self.onBadHead = onBadHead
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !clock.isOver else { return }
        switch unwrapInboundIn(data) {
        case .head:
            open += 1
            clock.head()
        case .body: break
        case .end:
            connection.beginRequest()
            clock.end()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isUseful = head.status == .ok
        case .body: break
        case .end:
            open -= 1
            connection.endRequest(wasUseful: isUseful)
            clock.answered()
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The parser complains of everything that comes after its first complaint.
        guard !clock.isOver else { return }
        guard let fault = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        if !clock.hasHead { onBadHead(fault) }
        guard open == 0 else { return context.fireErrorCaught(error) }
        clock.stop()
        refuse(fault, context)
    }

    private func refuse(_ fault: HTTPParserError, _ context: ChannelHandlerContext) {
        let answer: Answer = fault == .headerOverflow ? .headTooLarge : .notHTTP
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        context.write(wrapOutboundOut(.body(answer.body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        // To close at once, with bytes unread, would take the answer back.
        context.close(mode: .output, promise: nil)
        let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: RequestWatch.farewell) { loopBound.value.close(promise: nil) }
    }
}
