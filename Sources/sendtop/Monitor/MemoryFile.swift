import Foundation
import SendtopCore
import SendtopUI

/// The file in which the screen's memory outlives the run. Several monitors may share it.
struct MemoryFile: Sendable {
    let path: String
    /// What the file held when this monitor last read or wrote it: only what differs from it is this monitor's own.
    private var base = ScreenMemory().json

    init(path: String) {
        self.path = path
    }

    /// What was kept; nothing when there is no file, or one that cannot be read.
    mutating func read() -> ScreenMemory {
        base = contents
        return ScreenMemory(json: base)
    }

    private var contents: JSON {
        guard let data = FileManager.default.contents(atPath: path), let json = try? JSON(bytes: Array(data)) else {
            return ScreenMemory().json
        }
        return ScreenMemory(json: json).json
    }

    /// Keeps what this monitor changed, readable by its user alone, since filters may hold the names of people; what
    /// another monitor kept meanwhile stays.
    ///
    /// - Returns: a sentence that says why it could not be kept.
    mutating func keep(_ memory: ScreenMemory) -> String? {
        let file = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            defer { if lock >= 0 { close(lock) } }
            guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw CocoaError(.fileWriteNoPermission) }
            let merged = ScreenMemory(json: memory.json.merged(with: contents, since: base)).json
            let part = path + ".new"
            try? FileManager.default.removeItem(atPath: part)
            let data = Data((merged.text() + "\n").utf8)
            guard FileManager.default.createFile(atPath: part, contents: data, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            guard rename(part, path) == 0 else { throw CocoaError(.fileWriteNoPermission) }
            base = memory.json
            return nil
        } catch {
            return "\(path) cannot be written: \(FileFailure.sentence(error))."
        }
    }
}

extension JSON {
    /// This value with what another one changed since both were the same. Members of objects are merged one by one,
    /// and elements of lists are put together; what both changed is as here.
    func merged(with other: JSON, since base: JSON) -> JSON {
        if self == base { return other }
        if other == base || self == other { return self }
        if let mine = object, let theirs = other.object {
            let before = base.object ?? JSONObject()
            var merged = JSONObject()
            for key in Set((mine.members + theirs.members).map(\.key)).sorted() {
                merged[key] = JSON.merged(mine[key], with: theirs[key], since: before[key])
            }
            return .object(merged)
        }
        if let mine = array, let theirs = other.array {
            let before = base.array ?? []
            let added = mine.filter { !before.contains($0) }
            let addedThere = theirs.filter { !before.contains($0) && !mine.contains($0) }
            return .array(added + addedThere + mine.filter { before.contains($0) })
        }
        return self
    }

    /// The same of a member that may be there or not.
    private static func merged(_ mine: JSON?, with theirs: JSON?, since base: JSON?) -> JSON? {
        if let mine, let theirs { return mine.merged(with: theirs, since: base ?? .null) }
        return mine == base ? theirs : mine
    }
}
