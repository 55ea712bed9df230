import Foundation
import SendtopCore

/// A new file of exported sends, one JSON object a line, readable by its user alone.
final class ExportFile {
    let path: String
    /// Sends that were written.
    private(set) var count = 0
    private let handle: FileHandle

    /// Makes the file, and its folder where that is not there yet.
    ///
    /// - Parameter now: names the file.
    /// - Throws: `CommandFailure` that says why it cannot be made.
    init(folder: String, now: Timestamp) throws {
        let time = now.iso8601.filter { $0.isNumber || $0 == "T" }
        path = "\(folder)/sends-\(time).ndjson"
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        } catch {
            throw CommandFailure(.notDone, "\(path) cannot be made: \(FileFailure.sentence(error)).")
        }
    }

    /// Appends sends.
    func write(_ rows: [SendRow]) throws {
        let text = rows.map { ExportRow($0).json + "\n" }.joined()
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw CommandFailure(.notDone, "\(path) cannot be written: \(FileFailure.sentence(error)).")
        }
        count += rows.count
    }
}
