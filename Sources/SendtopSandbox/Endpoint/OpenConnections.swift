import NIOCore
import Synchronization

/// The connections of the endpoint that are open, so that a sandbox in a hurry can close them.
final class OpenConnections: Sendable {
    private struct Register {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosed = false
    }

    private let register = Mutex(Register())

    /// Closes every connection, and each later one as it comes.
    func close() {
        let channels = register.withLock {
            $0.isClosed = true
            return Array($0.channels.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }

    private func add(_ channel: any Channel) {
        let isClosed = register.withLock {
            $0.channels[ObjectIdentifier(channel)] = channel
            return $0.isClosed
        }
        if isClosed { channel.close(promise: nil) }
    }

    private func remove(_ channel: any Channel) {
        register.withLock { $0.channels[ObjectIdentifier(channel)] = nil }
    }
}

extension OpenConnections {
    /// Notes the beginning and the end of one connection.
    final class Handler: ChannelInboundHandler, RemovableChannelHandler, Sendable {
        typealias InboundIn = Any

        private let connections: OpenConnections

        init(_ connections: OpenConnections) {
            self.connections = connections
        }

        func handlerAdded(context: ChannelHandlerContext) {
            connections.add(context.channel)
        }

        func handlerRemoved(context: ChannelHandlerContext) {
            connections.remove(context.channel)
        }
    }
}
