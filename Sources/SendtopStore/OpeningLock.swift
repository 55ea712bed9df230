import Foundation

/// Held while a ledger is opened, so that nobody sees a file that another process has half set up.
///
/// It is a lock on the folder, which needs no file of its own; the system gives it back when the process ends.
enum OpeningLock {
    /// Milliseconds between two tries, and how many there are.
    private static let pause: UInt32 = 5
    private static let tries = 2_000

    /// Opens while nobody else sets the ledger up; one who only looks shares the lock with others who do.
    ///
    /// - Throws: `missing` when there is no folder; `cannotOpen` when it may not be read; `locked` when another process
    ///   holds it for ten seconds; and what `body` throws.
    static func hold<Value>(
        _ files: LedgerFiles,
        shared: Bool,
        _ body: () throws(LedgerError) -> Value
    ) throws(LedgerError) -> Value {
        let folder = open(files.folder, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw LedgerError(path: files.events, problem: problem(errno, files.folder)) }
        defer { close(folder) }
        for _ in 0..<tries {
            // On a file system without locks any other answer has to do.
            if flock(folder, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 || errno != EWOULDBLOCK {
                return try body()
            }
            usleep(pause * 1_000)
        }
        throw LedgerError(path: files.events, problem: .locked)
    }

    /// Why a folder cannot be opened.
    private static func problem(_ code: Int32, _ folder: String) -> LedgerError.Problem {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES: .cannotOpen("the folder \(folder) may not be read; check its permissions")
        default: .cannotOpen("the folder \(folder): \(String(cString: strerror(code)))")
        }
    }
}
