import Foundation
import Synchronization

/// Held by the one process that takes postbacks in; the system gives it back when the process ends, however it ends.
final class OwnerLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock, and leaves the process id in the file for others to name.
    init(_ files: LedgerFiles) throws(LedgerError) {
        let file = open(files.ownerLock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw LedgerError(path: files.events, problem: LedgerFiles.problem(errno))
        }
        guard OwnerLock.take(file) else {
            let holder = OwnerLock.process(in: file)
            close(file)
            throw LedgerError(path: files.events, problem: .owned(by: holder))
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(file, 0)
        _ = pwrite(file, text, text.count, 0)
        descriptor = Mutex(file)
    }

    /// Tries for a moment, since one who only asks for the owner holds a shared lock while it asks.
    private static func take(_ file: Int32) -> Bool {
        for _ in 0..<10 {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(5_000)
        }
        return false
    }

    deinit {
        release()
    }

    /// Gives the lock back; a second call does nothing.
    func release() {
        descriptor.withLock { file in
            if let file { close(file) }
            file = nil
        }
    }

    /// The owner that runs now; asking takes nothing from it.
    static func holder(of files: LedgerFiles) -> Ledger.Owner? {
        let file = open(files.ownerLock, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        // The lock is let go with the descriptor.
        defer { close(file) }
        return flock(file, LOCK_SH | LOCK_NB) == 0 ? nil : Ledger.Owner(process: process(in: file))
    }

    private static func process(in file: Int32) -> Int32? {
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return Int32(
            String(decoding: buffer.prefix(count), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        )
    }
}
