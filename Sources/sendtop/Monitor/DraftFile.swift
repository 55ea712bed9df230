import Foundation
import SendtopCore
import SendtopUI

/// The file in which a profile's drafts outlive the run.
///
/// Every change reads the file anew under a lock, so that several monitors can keep drafts in it, and replaces it
/// whole. A file that is not understood is never written over.
actor DraftFile {
    private let path: String

    init(folder: String, profile: String) {
        path = "\(folder)/\(profile).drafts.json"
    }

    /// The saved drafts, newest first.
    ///
    /// - Throws: `CommandFailure` that says what is wrong with the file.
    func drafts() throws -> [SavedDraft] {
        try read().map(\.draft).sorted { ($1.savedAt.milliseconds, $0.name) < ($0.savedAt.milliseconds, $1.name) }
    }

    /// Keeps a draft under its name, in place of one that has the name.
    func save(_ draft: SavedDraft) throws -> [SavedDraft] {
        try change { saved in
            saved.removeAll { $0.draft.name == draft.name }
            saved.append(Item(draft: draft, json: draft.json))
        }
    }

    /// Forgets the draft of a name.
    func delete(_ name: String) throws -> [SavedDraft] {
        try change { $0.removeAll { $0.draft.name == name } }
    }

    /// A draft, and all that the file says of it.
    private struct Item {
        var draft: SavedDraft
        var json: JSON
    }

    private func read() throws -> [Item] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandFailure(.notDone, "\(path) cannot be read: \(FileFailure.sentence(error)).")
        }
        let json: JSON
        do {
            json = try JSON(bytes: bytes)
        } catch {
            throw foreign("it is not JSON: \(error)")
        }
        guard let list = json.object?["drafts"]?.array else { throw foreign("it has no list of drafts") }
        return try list.enumerated().map { index, json in
            guard let draft = SavedDraft(json: json) else { throw foreign("entry \(index + 1) is no draft") }
            return Item(draft: draft, json: json)
        }
    }

    private func foreign(_ reason: String) -> CommandFailure {
        let advice = "It is left as it is; mend it, or move it away to begin anew."
        return CommandFailure(.notDone, "\(path) holds no drafts: \(reason). \(advice)")
    }

    private func change(_ body: (inout [Item]) -> Void) throws -> [SavedDraft] {
        do {
            try FileManager.default.createDirectory(
                atPath: URL(filePath: path).deletingLastPathComponent().path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw unwritable(FileFailure.sentence(error))
        }
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw unwritable(String(cString: strerror(errno))) }
        defer { close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw unwritable(String(cString: strerror(errno))) }
        var items = try read()
        body(&items)
        try write(items)
        return try drafts()
    }

    /// Replaces the file whole; what is new is on the disk before what was there goes.
    private func write(_ items: [Item]) throws {
        let json: JSON = ["drafts": .array(items.map(\.json))]
        let part = path + ".new"
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable(String(cString: strerror(errno))) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data((json.prettyText() + "\n").utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            throw unwritable(FileFailure.sentence(error))
        }
        guard rename(part, path) == 0 else { throw unwritable(String(cString: strerror(errno))) }
    }

    private func unwritable(_ reason: String) -> CommandFailure {
        CommandFailure(.notDone, "\(path) cannot be written: \(reason). What was saved before is still there.")
    }
}
