import Foundation
import NIOCore
import NIOPosix
package import NIOSSL
import Synchronization

/// Answers each HTTP request on a loopback port with the bytes that a script names, however broken.
package final class StubService: Sendable {
    /// What to do once a request has come whole.
    package enum Step: Sendable {
        case send(String)
        /// One byte every few milliseconds, without end.
        case drip
        case close
    }

    private let taken = Mutex<[(head: String, body: String)]>([])
    private let script: @Sendable (Int) -> [Step]

    /// The requests so far.
    package var requests: [(head: String, body: String)] {
        taken.withLock { $0 }
    }

    private init(_ script: @escaping @Sendable (Int) -> [Step]) {
        self.script = script
    }

    /// Runs a service while a test uses its port.
    ///
    /// - Parameters:
    ///   - tls: what to encrypt with, if at all.
    ///   - script: the steps for the n-th request, from 0.
    package static func run(
        tls: NIOSSLContext? = nil,
        script: @escaping @Sendable (Int) -> [Step],
        _ test: (StubService, Int) async throws -> Void
    ) async throws {
        let service = StubService(script)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 64)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(StubConnection(service))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await test(service, channel.localAddress?.port ?? 0)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    /// Answers every request with one whole answer.
    package static func run(
        answering answer: String,
        _ test: (StubService, Int) async throws -> Void
    ) async throws {
        try await run(script: { _ in [.send(answer)] }, test)
    }

    fileprivate func take(head: String, body: String) -> [Step] {
        let number = taken.withLock { requests in
            requests.append((head, body))
            return requests.count - 1
        }
        return script(number)
    }
}

/// A whole HTTP answer.
package func answer(_ status: String, _ body: String, type: String = "application/json", headers: String = "") -> String
{
    "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
}

/// A port that nothing listens on: no test is ever given it for its own.
package let refusingPort = 1

private final class StubConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let service: StubService
    private var text = ""

    init(_ service: StubService) {
        self.service = service
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        text += String(buffer: unwrapInboundIn(data))
        if text.unicodeScalars.first == "\u{16}" {
            // Somebody speaks TLS; say what servers say to that.
            perform(.send("HTTP/1.1 400 Bad Request\r\n\r\n"), context)
            return perform(.close, context)
        }
        guard let split = text.range(of: "\r\n\r\n") else { return }
        let head = String(text[..<split.lowerBound])
        let length = head.lowercased().split(separator: "\r\n")
            .first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).drop { $0 == " " }) }
        let body = String(text[split.upperBound...])
        guard body.utf8.count >= length ?? 0 else { return }
        text = ""
        for step in service.take(head: head, body: body) {
            perform(step, context)
        }
    }

    private func perform(_ step: StubService.Step, _ context: ChannelHandlerContext) {
        switch step {
        case .send(let text): context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        case .close: context.close(promise: nil)
        case .drip:
            let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(20)) { task in
                guard loopBound.value.channel.isActive else { return task.cancel() }
                loopBound.value.writeAndFlush(NIOAny(ByteBuffer(string: " ")), promise: nil)
            }
        }
    }
}
