import Foundation
import SendtopCore
import SendtopUI

/// The file in which the screen's memory outlives the run.
struct MemoryFile: Sendable {
    let path: String

    /// What was kept; nothing when there is no file, or one that cannot be read.
    func read() -> ScreenMemory {
        guard let data = FileManager.default.contents(atPath: path), let json = try? JSON(bytes: Array(data)) else {
            return ScreenMemory()
        }
        return ScreenMemory(json: json)
    }

    /// Keeps a memory, readable by its user alone, since filters may hold the names of people.
    ///
    /// - Returns: a sentence that says why it could not be kept.
    func keep(_ memory: ScreenMemory) -> String? {
        let file = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let part = path + ".new"
            try? FileManager.default.removeItem(atPath: part)
            let data = Data((memory.json.text() + "\n").utf8)
            guard FileManager.default.createFile(atPath: part, contents: data, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            guard rename(part, path) == 0 else { throw CocoaError(.fileWriteNoPermission) }
            return nil
        } catch {
            return "\(path) cannot be written: \(FileFailure.sentence(error))."
        }
    }
}
