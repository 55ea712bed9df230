// Dispatch's sources may be used from any thread; they only do not say so.
@preconcurrency import Dispatch
import Foundation

/// Notices that a ledger's owner has come or gone: it writes its process id when it comes, and the system closes its
/// file when it ends, however it ends.
final class OwnerWatch: Sendable {
    /// Milliseconds after which it is looked again: the system tells of a closed file before it lets its lock go.
    private static let looks = [0, 10, 100, 1_000, 5_000]

    private let source: any DispatchSourceProtocol

    init(_ files: LedgerFiles, changed: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "sendtop.ledger.owner")
        source = FileWatch.source([files.ownerLock], kinds: Int(IN_CLOSE_WRITE | IN_MODIFY), queue: queue) {
            for look in OwnerWatch.looks {
                queue.asyncAfter(deadline: .now() + .milliseconds(look), execute: changed)
            }
        }
    }

    deinit {
        source.cancel()
    }
}
