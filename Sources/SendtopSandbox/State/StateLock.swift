import Foundation
import Synchronization

/// Held by the one sandbox that uses a state; the system gives it back when the process ends, however it ends.
final class StateLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock, and leaves the process id in its file for others to name.
    ///
    /// The lock is a file of its own, `PATH-owner`: closing a descriptor of the state's file would give SQLite's own
    /// locks back.
    init(_ path: String) throws(SandboxStateError) {
        // Two names of one file are one state.
        let url = URL(filePath: path).resolvingSymlinksInPath()
        let folder = url.deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw SandboxStateError(path: path, problem: .missingFolder)
        }
        guard !FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) || !isFolder.boolValue else {
            throw SandboxStateError(path: path, problem: .cannotOpen("it is a folder"))
        }
        let file = open(url.path + "-owner", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw SandboxStateError(path: path, problem: .cannotOpen(String(cString: strerror(errno))))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = StateLock.process(in: file)
            close(file)
            throw SandboxStateError(path: path, problem: .owned(by: holder))
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(file, 0)
        _ = pwrite(file, text, text.count, 0)
        descriptor = Mutex(file)
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

    private static func process(in file: Int32) -> Int32? {
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return Int32(
            String(decoding: buffer.prefix(count), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        )
    }
}
