import NIOCore
import Synchronization

/// Knows every open connection, and decides which one may be one too many.
///
/// A client that opens more than its share is refused. When all places are taken, the newcomer gets the place of the
/// connection that was of no use for the longest time, so that nobody can lock the others out by holding connections.
final class ConnectionRegister: Sendable {
    /// What a newcomer was told.
    enum Admission {
        case admitted(Connection, evicted: (any Channel)?)
        case refused
    }

    private struct State {
        var connections: [Connection] = []
        var counts: [ClientKey: Int] = [:]
    }

    /// How many connections are looked at to find one that is of little use.
    private static let sample = 24

    private let limit: Int
    private let limitPerClient: Int
    private let state = Mutex(State())

    init(limit: Int, limitPerClient: Int) {
        self.limit = max(1, limit)
        self.limitPerClient = max(1, limitPerClient)
    }

    /// Connections that are open.
    var count: Int {
        state.withLock { $0.connections.count }
    }

    /// Takes a connection in, and forgets it when it closes.
    ///
    /// - Parameter key: whose share it belongs to; `nil` for a known proxy, which speaks for many.
    func admit(_ channel: any Channel, client key: ClientKey?) -> Admission {
        let connection = Connection(channel: channel, key: key)
        let admission = state.withLock { state -> Admission in
            if let key, state.counts[key, default: 0] >= limitPerClient { return .refused }
            var evicted: (any Channel)?
            if state.connections.count >= limit {
                guard let victim = ConnectionRegister.leastUseful(of: state.connections) else { return .refused }
                evicted = victim.channel
                ConnectionRegister.remove(victim, from: &state)
            }
            connection.place = state.connections.count
            state.connections.append(connection)
            if let key { state.counts[key, default: 0] += 1 }
            return .admitted(connection, evicted: evicted)
        }
        if case .admitted = admission {
            channel.closeFuture.whenComplete { _ in
                self.state.withLock { ConnectionRegister.remove(connection, from: &$0) }
            }
        }
        return admission
    }

    /// Forgets some connections that are of little use, which the caller is to close.
    func evict(_ count: Int) -> [any Channel] {
        state.withLock { state in
            var evicted: [any Channel] = []
            while evicted.count < count, let victim = ConnectionRegister.leastUseful(of: state.connections) {
                ConnectionRegister.remove(victim, from: &state)
                evicted.append(victim.channel)
            }
            return evicted
        }
    }

    /// Of a few connections that answer nothing at the moment, the one whose last use lies furthest back.
    private static func leastUseful(of connections: [Connection]) -> Connection? {
        var found: Connection?
        for _ in 0..<sample {
            guard let candidate = connections.randomElement(), !candidate.isBusy else { continue }
            if found.map({ candidate.lastUse < $0.lastUse }) ?? true { found = candidate }
        }
        return found
    }

    private static func remove(_ connection: Connection, from state: inout State) {
        guard let place = connection.place else { return }
        connection.place = nil
        let last = state.connections.removeLast()
        if last !== connection {
            state.connections[place] = last
            last.place = place
        }
        guard let key = connection.key, let count = state.counts[key] else { return }
        state.counts[key] = count > 1 ? count - 1 : nil
    }
}
