import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOSSL
import SendtopCore

/// Sets a connection up: admission, TLS, the clock on its requests, then HTTP as the library does it.
struct GuardedChannel: ServerChildChannel {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let base: HTTP1Channel
    let register: ConnectionRegister
    let gatekeeper: Gatekeeper
    /// What TLS needs; `nil` for plain HTTP.
    let tls: NIOSSLContext?
    let requestTimeout: TimeAmount
    let journal: Journal

    /// Ends the setup of a connection that was refused.
    private struct Refused: Error {}

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let source = channel.remoteAddress?.ipAddress
        switch register.admit(channel, client: client(source)) {
        case .refused:
            journal.refuse(.connectionRefused, "The client has too many connections.", from: source)
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(Refused())
        case .admitted(let connection, let evicted):
            if let evicted {
                journal.note(.evicted)
                evicted.close(promise: nil)
            }
            return setup(connection, source: source, logger: logger)
        }
    }

    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }

    private func client(_ source: String?) -> ClientKey? {
        guard let address = source.flatMap(IPAddress.init) else { return nil }
        return gatekeeper.policy.proxies.contains { $0.contains(address) } ? nil : ClientKey(address)
    }

    private func setup(_ connection: Connection, source: String?, logger: Logger) -> EventLoopFuture<Value> {
        let channel = connection.channel
        let clock = RequestClock(timeout: requestTimeout) { [journal] hasHead in
            // Of a body, the handler tells.
            guard !hasHead else { return }
            journal.refuse(.tooSlow, "The head of the request came too slowly.", from: source)
        }
        let watch = RequestWatch(clock, connection) { [journal] fault in
            if fault == .invalidEOFState {
                journal.refuse(.incomplete, "The connection ended before the head of the request did.", from: source)
            } else {
                journal.refuse(.badHead, "The head of the request is not as it must be: \(fault)", from: source)
            }
        }
        let loopBound = NIOLoopBound((clock: clock, watch: watch), eventLoop: channel.eventLoop)
        return channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
            try pipeline.addHandler(ByteWatch(loopBound.value.clock))
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }.flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let library = try pipeline.handler(type: HTTPConnectionStateHandler.self)
            try pipeline.addHandler(loopBound.value.watch, position: .before(library))
            return value
        }.flatMapErrorThrowing { error in
            channel.close(promise: nil)
            throw error
        }
    }
}
