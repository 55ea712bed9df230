import Foundation
import Synchronization

/// Where log lines go.
final class LogOutput: Sendable {
    private let handle: Mutex<FileHandle>
    private let path: String?

    /// Standard error.
    static let standardError = LogOutput(FileHandle.standardError)

    private init(_ handle: sending FileHandle) {
        self.handle = Mutex(handle)
        path = nil
    }

    /// Appends to a file, which only its owner may read.
    ///
    /// - Throws: `CommandFailure` when the file cannot be opened.
    init(path: String) throws {
        self.path = path
        handle = Mutex(try LogOutput.open(path))
    }

    /// Opens the file anew, for one that was moved away; the old one stays in use when that fails.
    ///
    /// - Throws: `CommandFailure` when the file cannot be opened.
    func reopen() throws {
        guard let path else { return }
        let new = try LogOutput.open(path)
        handle.withLock { $0 = new }
    }

    private static func open(_ path: String) throws -> sending FileHandle {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let descriptor = Foundation.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(
                .notDone,
                "The log file \(path) cannot be opened: \(String(cString: strerror(errno))). Give another with --log-file."
            )
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Writes a whole line; a log that cannot be written must not stop the program.
    func write(_ line: String) {
        handle.withLock { try? $0.write(contentsOf: Data(line.utf8)) }
    }
}
