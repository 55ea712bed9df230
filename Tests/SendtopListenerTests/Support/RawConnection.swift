import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import TestSupport

/// A connection that sends bytes just as they are, and reads answers.
final class RawConnection: Sendable {
    private let channel: any Channel
    private let inbox: Inbox

    private init(channel: any Channel, inbox: Inbox) {
        self.channel = channel
        self.inbox = inbox
    }

    /// Connects to a port of this machine.
    ///
    /// - Parameters:
    ///   - source: the address of this machine to come from.
    ///   - tls: what it needs to speak TLS; plain without it.
    ///   - isDeaf: whether it never reads, and the system holds little for it.
    static func open(
        _ port: Int,
        from source: String? = nil,
        tls: NIOSSLContext? = nil,
        isDeaf: Bool = false
    ) async throws -> RawConnection {
        let inbox = Inbox()
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        if let source { bootstrap = bootstrap.bind(to: try SocketAddress(ipAddress: source, port: 0)) }
        if isDeaf {
            bootstrap = bootstrap.channelOption(.autoRead, value: false).channelOption(
                .socketOption(.so_rcvbuf),
                value: 4_096
            )
        }
        let channel =
            try await bootstrap
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: tls, serverHostname: nil)
                        )
                    }
                    try channel.pipeline.syncOperations.addHandler(InboxHandler(inbox))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return RawConnection(channel: channel, inbox: inbox)
    }

    /// Reads from now on.
    func listen() async throws {
        try await channel.setOption(.autoRead, value: true).get()
        channel.read()
    }

    /// Sends bytes.
    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    }

    /// Sends text.
    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    /// What has come and was not taken.
    var received: String {
        inbox.text
    }

    /// The other side has closed, and there is no further answer.
    struct Ended: Error {}

    /// The next answer, once it is whole.
    ///
    /// - Parameter hasBody: Whether a body follows its `Content-Length`, as it does unless the method was HEAD.
    /// - Throws: `Ended` when none can come any more.
    func answer(hasBody: Bool = true) async throws -> RawAnswer {
        try await eventually {
            let isAtEnd = self.inbox.isAtEnd
            if let answer = self.inbox.takeAnswer(hasBody: hasBody) { return answer }
            if isAtEnd { throw Ended() }
            return nil
        }
    }

    /// Waits until the other side has closed.
    func waitForEnd() async throws {
        try await eventually { self.inbox.isAtEnd ? true : nil }
    }

    /// Says that nothing more will be sent, unless the other side has closed.
    func finish() async {
        try? await channel.close(mode: .output)
    }

    /// Closes the connection, unless the other side did.
    func close() async throws {
        do {
            try await channel.close()
        } catch ChannelError.alreadyClosed {}
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

    var text: String {
        state.withLock { $0.text }
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
