import NIOCore
import SendtopCore
import Synchronization

/// Bounds what waits between the network and the ledger, so that a slow disk costs senders time and not us memory.
///
/// Bytes of bodies are claimed as they come, and given back with the answer. When too many are claimed, or the ledger
/// has finished nothing for too long, further requests are turned away; those that wait already are answered late.
final class Backlog: Sendable {
    private struct State {
        var bytes = 0
        var bytesByClient: [ClientKey?: Int] = [:]
        /// Requests whose events the ledger has and has not said it keeps.
        var waiting = 0
        /// When the ledger last finished something, or began after having nothing to do.
        var progress = NIODeadline.now()
    }

    /// What one request holds besides its body: its head and its tasks.
    private static let overhead = 2_048
    /// What each event holds besides its bytes, where a body is more than one.
    private static let eventOverhead = 256

    private let limit: Int
    private let patience: TimeAmount
    private let state = Mutex(State())

    init(limit: Int, patience: Duration) {
        self.limit = limit
        self.patience = TimeAmount(patience)
    }

    /// Requests that wait for the ledger, and bytes that are claimed.
    var depth: (requests: Int, bytes: Int) {
        state.withLock { ($0.waiting, $0.bytes) }
    }

    /// Whether the ledger has something to do and has finished nothing for too long.
    var isStalled: Bool {
        state.withLock { isStalled($0, at: .now()) }
    }

    /// Claims room for a request.
    ///
    /// - Parameters:
    ///   - count: bytes that came.
    ///   - claim: what the request holds already; it grows.
    /// - Returns: `false` when there is no room.
    func grow(_ claim: inout Claim, by count: Int) -> Bool {
        let bytes = claim.bytes == 0 ? count + Backlog.overhead : count
        let isTaken = state.withLock { state in
            let own = state.bytesByClient[claim.client, default: 0]
            guard state.bytes + bytes <= limit, own + bytes <= limit / 2 else { return false }
            state.bytes += bytes
            state.bytesByClient[claim.client] = own + bytes
            return true
        }
        if isTaken { claim.bytes += bytes }
        return isTaken
    }

    /// Claims room for the events of a body that is in memory already.
    ///
    /// - Returns: `false` when there is no room.
    func grow(_ claim: inout Claim, for events: [Event]) -> Bool {
        events.count <= 1 || grow(&claim, by: events.count * Backlog.eventOverhead)
    }

    /// Gives back all that a request holds.
    func release(_ claim: inout Claim) {
        guard claim.bytes > 0 else { return }
        let (client, bytes) = (claim.client, claim.bytes)
        state.withLock { state in
            state.bytes -= bytes
            let rest = state.bytesByClient[client, default: 0] - bytes
            state.bytesByClient[client] = rest > 0 ? rest : nil
        }
        claim.bytes = 0
    }

    /// A request would hand its events to the ledger.
    ///
    /// - Parameter moment: now.
    /// - Returns: `false` when the ledger is stalled; then it must not.
    func enter(at moment: NIODeadline) -> Bool {
        state.withLock { state in
            guard !isStalled(state, at: moment) else { return false }
            if state.waiting == 0 { state.progress = moment }
            state.waiting += 1
            return true
        }
    }

    /// The ledger has answered some requests.
    ///
    /// - Parameter moment: now.
    func leave(_ requests: Int, at moment: NIODeadline) {
        state.withLock { state in
            state.waiting -= requests
            state.progress = moment
        }
    }

    private func isStalled(_ state: State, at moment: NIODeadline) -> Bool {
        state.waiting > 0 && moment - state.progress > patience
    }

    /// The room that one request holds.
    struct Claim {
        let client: ClientKey?
        fileprivate(set) var bytes = 0

        init(client: ClientKey?) {
            self.client = client
        }

        /// Takes over what another request of the same client holds.
        mutating func join(_ other: inout Claim) {
            bytes += other.bytes
            other.bytes = 0
        }
    }
}
