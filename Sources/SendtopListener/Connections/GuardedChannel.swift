import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import SendtopCore

/// Sets a connection up: admission, TLS, the clock on its requests, then HTTP as the library does it.
struct GuardedChannel: ServerChildChannel {
    let intake: Intake
    let register: ConnectionRegister
    /// What TLS needs; `nil` for plain HTTP.
    let tls: NIOSSLContext?

    private var journal: Journal { intake.journal }

    /// Bytes of answers that may wait for one sender beside what the system holds: some dozens, or all metrics.
    private static let unread = ChannelOptions.Types.WriteBufferWaterMark(low: 4 << 10, high: 16 << 10)

    /// A connection that is set up; from then on its handlers do the rest.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    /// Ends the setup of a connection that was refused.
    private struct Refused: Error {}

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let peer = Peer(channel)
        switch register.admit(channel, client: intake.gatekeeper.policy.isProxy(peer) ? nil : peer.client) {
        case .refused:
            journal.refuse(.connectionRefused, "The client has too many connections.", from: peer.source)
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(Refused())
        case .admitted(let connection, let evicted):
            if let evicted {
                journal.note(.evicted)
                evicted.close(promise: nil)
            }
            return setup(connection, peer)
        }
    }

    /// Waits for the end of the connection, since the server waits for this when it stops.
    func handle(value: Value, logger: Logger) async {
        try? await value.channel.closeFuture.get()
    }

    private func setup(_ connection: Connection, _ peer: Peer) -> EventLoopFuture<Value> {
        let channel = connection.channel
        return channel.eventLoop.makeCompletedFuture {
            try channel.syncOptions?.setOption(.writeBufferWaterMark, value: GuardedChannel.unread)
            let handler = PostbackHandler(intake, peer: peer, home: intake.homecomings[channel.eventLoop])
            let clock = RequestClock(timeout: TimeAmount(intake.limits.requestTimeout)) { [journal] hasHead in
                // Of a body, the handler tells.
                guard !hasHead else { return handler.bodyIsLate() }
                journal.refuse(.tooSlow, "The head of the request came too slowly.", from: peer.source)
            }
            let pipeline = channel.pipeline.syncOperations
            if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
            let queue = queue(peer, to: handler)
            let watch = watch(clock, connection, peer, to: queue)
            try pipeline.addHandler(PlainDecoder(clock, limits: intake.limits, to: watch))
            try pipeline.addHandler(ByteToMessageHandler(decoder))
            try pipeline.addHandler(watch)
            try pipeline.addHandler(queue)
            try pipeline.addHandler(handler)
            return Value(channel: channel)
        }.flatMapErrorThrowing { error in
            channel.close(promise: nil)
            throw error
        }
    }

    private func queue(_ peer: Peer, to handler: PostbackHandler) -> RequestQueue {
        RequestQueue(timeout: TimeAmount(intake.limits.requestTimeout), to: handler) { [journal] in
            journal.refuse(.unread, "The sender does not read its answers.", from: peer.source)
        }
    }

    private var decoder: HTTPRequestDecoder {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = intake.limits.head
        limits.maxHeaderListSize = intake.limits.head
        limits.maxHeaderFieldCount = 200
        return HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits)
    }

    private func watch(
        _ clock: RequestClock,
        _ connection: Connection,
        _ peer: Peer,
        to queue: RequestQueue
    ) -> RequestWatch {
        let stamp = intake.stamps[connection.channel.eventLoop].value
        return RequestWatch(
            clock,
            connection,
            stamp,
            idleTimeout: TimeAmount(intake.limits.idleTimeout),
            to: queue
        ) { [intake] fault in
            intake.refuse(fault, from: peer.source)
        }
    }
}
