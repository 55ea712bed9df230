// Dispatch's sources may be used from any thread; they only do not say so.
@preconcurrency import Dispatch
import Foundation

/// Notices that a ledger's owner has come or gone: it writes its process id when it comes, and the system closes its
/// file when it ends, however it ends.
final class OwnerWatch: Sendable {
    /// Milliseconds after which it is looked again: the system tells of a closed file before it lets its lock go.
    private static let looks = [0, 10, 100, 1_000, 5_000]

    private let source: any DispatchSourceRead

    /// Begins to watch; `nil` when the system has no watch left to give, or nobody has ever owned the ledger.
    init?(_ files: LedgerFiles, changed: @escaping @Sendable () -> Void) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        guard inotify_add_watch(descriptor, files.ownerLock, UInt32(IN_CLOSE_WRITE | IN_MODIFY)) >= 0 else {
            close(descriptor)
            return nil
        }
        let queue = DispatchQueue(label: "sendtop.ledger.owner")
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            for look in OwnerWatch.looks {
                queue.asyncAfter(deadline: .now() + .milliseconds(look), execute: changed)
            }
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
    }

    deinit {
        source.cancel()
    }
}
