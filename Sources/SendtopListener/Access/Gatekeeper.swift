import Synchronization

/// Holds the policy that counts now; it can be replaced while requests come.
final class Gatekeeper: Sendable {
    private let current: Mutex<AccessPolicy>

    init(_ policy: AccessPolicy) {
        current = Mutex(policy)
    }

    var policy: AccessPolicy {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}
