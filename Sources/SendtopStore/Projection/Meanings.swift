import SendtopCore
import Synchronization

/// Says what reasons mean, and remembers it for as many as come again and again.
final class Meanings: Sendable {
    typealias Classify = @Sendable (String) -> (BounceClass?, String?)

    /// Reasons that are remembered at most; then all are forgotten.
    private static let limit = 4_096

    private struct Meaning {
        var bounceClass: BounceClass?
        var code: String?
    }

    private let classify: Classify
    private let known = Mutex<[ByteKey: Meaning]>([:])

    init(_ classify: @escaping Classify) {
        self.classify = classify
    }

    /// Class and code of the reason of a send that bounced or was aborted; neither for any other.
    func meaning(of send: Send) -> (BounceClass?, String?) {
        // To find the status costs more.
        guard send.bounceReason != nil || send.abortReason != nil else { return (nil, nil) }
        guard send.status == .bounced || send.status == .aborted, let reason = send.reason else { return (nil, nil) }
        return meaning(of: reason)
    }

    func meaning(of reason: String) -> (BounceClass?, String?) {
        let key = ByteKey(reason)
        if let meaning = known.withLock({ $0[key] }) { return (meaning.bounceClass, meaning.code) }
        let (bounceClass, code) = classify(reason)
        known.withLock { known in
            if known.count >= Meanings.limit { known.removeAll() }
            known[key] = Meaning(bounceClass: bounceClass, code: code)
        }
        return (bounceClass, code)
    }
}
