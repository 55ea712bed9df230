import Foundation
import SendtopCore

/// A new file of what was exported, readable by its user alone; it has its name once it is whole.
final class ExportFile {
    let path: String
    private let handle: FileHandle
    private var isWhole = false

    /// Begins the file, and makes its folder where that is not there yet.
    ///
    /// - Parameters:
    ///   - name: what the file's name begins with; the time follows.
    ///   - ending: the format, as file names say it.
    /// - Throws: `CommandFailure` that says why it cannot be made.
    init(folder: String, name: String, ending: String, now: Timestamp) throws {
        let time = now.iso8601.filter { $0.isNumber || $0 == "T" }
        path = "\(folder)/\(name)-\(time).\(ending)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            guard access(path, F_OK) != 0 else { throw POSIXError(.EEXIST) }
            let descriptor = open(path + ExportFile.partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        } catch {
            throw CommandFailure(.notDone, "\(path) cannot be made: \(FileFailure.sentence(error)).")
        }
    }

    deinit {
        if !isWhole { unlink(path + ExportFile.partial) }
    }

    /// Appends a piece.
    func write(_ text: String) throws {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw CommandFailure(.notDone, "\(path) cannot be written: \(FileFailure.sentence(error)).")
        }
    }

    /// Gives the file its name, once it is on the disk.
    func finish() throws {
        do {
            try handle.synchronize()
            guard rename(path + ExportFile.partial, path) == 0 else {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        } catch {
            throw CommandFailure(.notDone, "\(path) cannot be written: \(FileFailure.sentence(error)).")
        }
        isWhole = true
    }

    /// What the name of a file ends with while it is written.
    private static let partial = ".part"
}
