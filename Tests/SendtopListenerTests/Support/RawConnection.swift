import NIOCore
import NIOPosix
import Synchronization

/// A connection that sends bytes just as they are, and reads answers.
final class RawConnection: Sendable {
    private let channel: any Channel
    private let inbox: Inbox

    private init(channel: any Channel, inbox: Inbox) {
        self.channel = channel
        self.inbox = inbox
    }

    /// Connects to a port of this machine.
    static func open(_ port: Int) async throws -> RawConnection {
        let inbox = Inbox()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(InboxHandler(inbox))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return RawConnection(channel: channel, inbox: inbox)
    }

    /// Sends bytes.
    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    }

    /// Sends text.
    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    /// The next answer, once it is whole.
    ///
    /// - Parameter hasBody: Whether a body follows its `Content-Length`, as it does unless the method was HEAD.
    func answer(hasBody: Bool = true) async throws -> RawAnswer {
        try await eventually { self.inbox.takeAnswer(hasBody: hasBody) }
    }

    /// Waits until the other side has closed.
    func waitForEnd() async throws {
        try await eventually { self.inbox.isAtEnd ? true : nil }
    }

    /// Closes the connection.
    func close() async throws {
        try await channel.close()
    }
}

/// What has arrived and was not read yet.
private final class Inbox: Sendable {
    private struct State {
        var text = ""
        var isAtEnd = false
    }

    private let state = Mutex(State())

    var isAtEnd: Bool {
        state.withLock { $0.isAtEnd }
    }

    func append(_ text: String) {
        state.withLock { $0.text += text }
    }

    func end() {
        state.withLock { $0.isAtEnd = true }
    }

    func takeAnswer(hasBody: Bool) -> RawAnswer? {
        state.withLock { state in
            guard let (answer, rest) = RawAnswer.split(state.text, hasBody: hasBody) else { return nil }
            state.text = rest
            return answer
        }
    }
}

private final class InboxHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let inbox: Inbox

    init(_ inbox: Inbox) {
        self.inbox = inbox
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        inbox.append(String(buffer: unwrapInboundIn(data)))
    }

    func channelInactive(context: ChannelHandlerContext) {
        inbox.end()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
