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

    /// What is held while events are deleted, or must not be.
    var pruningLock: String {
        events + "-pruning"
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

    /// Whether there is a file of events, and anything in it.
    var hasEvents: Bool {
        LedgerFiles.bytes(events) ?? 0 > 0
    }

    /// How large a file is; `nil` when it is not there.
    static func bytes(_ file: String) -> Int64? {
        var status = stat()
        return stat(file, &status) == 0 ? Int64(status.st_size) : nil
    }

    /// - Throws: `cannotOpen` where the name is that of no file, or cannot be looked for; `unreadable`.
    func refuseUnusable() throws(LedgerError) {
        var status = stat()
        guard stat(events, &status) == 0 else {
            guard errno == EACCES else { return }
            throw LedgerError(
                path: events,
                problem: .cannotOpen("the folder \(folder) may not be entered; check its permissions")
            )
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw LedgerError(path: events, problem: .cannotOpen("it is a folder"))
        default:
            throw LedgerError(path: events, problem: .cannotOpen("it is no regular file; name another with --ledger"))
        }
        if access(events, R_OK) != 0, errno == EACCES { throw LedgerError(path: events, problem: .unreadable) }
        if access(derived, R_OK) != 0, errno == EACCES {
            throw LedgerError(path: events, problem: .cannotOpen("\(derived) may not be read; check its permissions"))
        }
    }

    /// Makes one of the files, readable and writable by its user alone, where it is not there yet.
    ///
    /// SQLite gives the files that it makes beside a database the permissions of that database. A file that is there
    /// is not even opened: to close it would give up the locks that this process has on it.
    func create(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            syncFolder()
        } else if errno != EEXIST {
            throw LedgerError(path: events, problem: LedgerFiles.problem(errno))
        }
    }

    /// Gives one of the files another name, with what SQLite keeps beside it.
    ///
    /// - Throws: `cannotOpen`, with what could not be moved.
    func move(_ file: String, to name: String) throws(LedgerError) {
        // The file itself goes last: an interrupted move is found again at the next start.
        for end in ["-wal", "-shm", ""] where FileManager.default.fileExists(atPath: file + end) {
            guard rename(file + end, name + end) == 0 else {
                let reason = String(cString: strerror(errno))
                throw LedgerError(
                    path: events,
                    problem: .cannotOpen("\(file + end) cannot be moved to \(name + end): \(reason)")
                )
            }
        }
    }

    /// Removes both files, with what SQLite keeps beside them, as far as they are there.
    func remove() {
        for file in [events, derived] {
            for end in ["", "-journal", "-wal", "-shm"] { unlink(file + end) }
        }
    }

    /// Makes what was committed to the derived tables durable, which they leave to a later moment.
    func syncDerived() {
        // SQLite has no locks on a log, which closing a descriptor would give up.
        let log = open(derived + "-wal", O_RDONLY | O_CLOEXEC)
        guard log >= 0 else { return }
        fsync(log)
        close(log)
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
