import Foundation

/// A small file of the user's own that several processes change: each replaces it whole, and under a lock.
///
/// It blocks; it is for actors that run on a `FileExecutor`.
struct SharedFile: Sendable {
    let path: String
    /// How long another process may hold the lock.
    private let patience: Duration

    /// Who ends does not wait any longer than this for a lock.
    private static let patienceAtEnd = Duration.milliseconds(200)
    private static let pollInterval: UInt32 = 10_000

    init(path: String, patience: Duration = .seconds(5)) {
        self.path = path
        self.patience = patience
    }

    /// What the file holds; `nil` when there is none.
    ///
    /// - Throws: `CommandFailure` that says why it cannot be read.
    func bytes() throws -> [UInt8]? {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            guard access(path, F_OK) == 0 || errno != ENOENT else { return nil }
            throw CommandFailure(.notDone, "\(path) cannot be read: \(FileFailure.sentence(error)).")
        }
    }

    /// Replaces the file by what is made of what it holds, readable by its user alone.
    ///
    /// - Parameter change: what it throws leaves the file as it is.
    /// - Throws: what `change` throws, or `CommandFailure` that says why the file cannot be written.
    func replace(_ change: ([UInt8]?) throws -> [UInt8]) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: URL(filePath: path).deletingLastPathComponent().path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw unwritable(FileFailure.sentence(error))
        }
        let lock = try locked()
        // The lock goes with it.
        defer { close(lock) }
        try write(try change(try bytes()))
    }

    /// The descriptor of the lock's file, once the lock is ours.
    private func locked() throws -> Int32 {
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw unwritable(String(cString: strerror(errno))) }
        let begin = ContinuousClock.now
        while flock(lock, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            let limit = Task.isCancelled ? min(patience, SharedFile.patienceAtEnd) : patience
            guard number == EWOULDBLOCK || number == EINTR, ContinuousClock.now - begin < limit else {
                close(lock)
                let held = "another process has held \(path).lock for too long"
                throw unwritable(number == EWOULDBLOCK ? held : String(cString: strerror(number)))
            }
            usleep(SharedFile.pollInterval)
        }
        return lock
    }

    /// What is new is on the disk before what was there goes.
    private func write(_ bytes: [UInt8]) throws {
        let part = path + ".new"
        // One that was left behind by a process that ended in between.
        unlink(part)
        let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable(String(cString: strerror(errno))) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            try handle.close()
        } catch {
            unlink(part)
            throw unwritable(FileFailure.sentence(error))
        }
        guard rename(part, path) == 0 else { throw unwritable(String(cString: strerror(errno))) }
    }

    /// The file holds something else than it should, and is not written over.
    ///
    /// - Parameters:
    ///   - kind: what it should hold, such as `drafts`.
    ///   - reason: why it does not, without a full stop.
    func foreign(_ kind: String, _ reason: String) -> CommandFailure {
        let advice = "It is left as it is; mend it, or move it away to begin anew."
        return CommandFailure(.notDone, "\(path) holds no \(kind): \(reason). \(advice)")
    }

    private func unwritable(_ reason: String) -> CommandFailure {
        CommandFailure(.notDone, "\(path) cannot be written: \(reason). What was saved before is still there.")
    }
}
