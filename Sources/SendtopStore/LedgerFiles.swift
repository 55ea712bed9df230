import Foundation

/// The files of a ledger: the events in one, and what is derived from them in another beside it.
///
/// Two files, since SQLite has one writer a file: the answer to a postback never waits for the derived tables, and a
/// fault of the large and busy one leaves the events whole.
struct LedgerFiles: Sendable, Hashable {
    /// The events.
    let events: String

    init(path: String) {
        events = path
    }

    /// The derived tables.
    var derived: String {
        events + "-derived"
    }

    /// What the owner holds while it runs.
    var ownerLock: String {
        events + "-owner"
    }

    /// Makes the folder and both files, readable and writable by their user alone, where they are not there yet.
    func create() throws(LedgerError) {
        let folder = URL(fileURLWithPath: events).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw LedgerError(path: events, problem: .cannotOpen("the folder \(folder) cannot be made"))
        }
        for path in [events, derived] {
            try create(path)
        }
        sync(folder: folder)
    }

    /// SQLite gives the files that it makes beside a database the permissions of that database.
    private func create(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LedgerError(path: events, problem: LedgerFiles.problem(errno)) }
        close(descriptor)
    }

    /// Makes the names durable; where a file system cannot, it has no names to lose.
    private func sync(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func problem(_ code: Int32) -> LedgerError.Problem {
        switch code {
        case ENOSPC, EDQUOT: .diskFull
        case EROFS, EACCES, EPERM: .readOnly
        default: .cannotOpen(String(cString: strerror(code)))
        }
    }
}
