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

    /// The folder that all of them are in.
    var folder: String {
        URL(fileURLWithPath: events).deletingLastPathComponent().path
    }

    /// Makes the folder, for its user alone, where it is not there yet.
    func createFolder() throws(LedgerError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw LedgerError(path: events, problem: .cannotOpen("the folder \(folder) cannot be made"))
        }
    }

    /// Makes both files, readable and writable by their user alone, where they are not there yet.
    func create() throws(LedgerError) {
        for path in [events, derived] {
            try create(path)
        }
        syncFolder()
    }

    /// SQLite gives the files that it makes beside a database the permissions of that database.
    ///
    /// A file that is there is not even opened: to close it would give up the locks that this process has on it.
    private func create(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw LedgerError(path: events, problem: LedgerFiles.problem(errno))
        }
    }

    /// Makes the names durable; where a file system cannot, it has no names to lose.
    private func syncFolder() {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// What an error of the system means.
    static func problem(_ code: Int32) -> LedgerError.Problem {
        switch code {
        case ENOSPC, EDQUOT: .diskFull
        case EROFS, EACCES, EPERM: .readOnly
        default: .cannotOpen(String(cString: strerror(code)))
        }
    }
}
