import SendtopCore
import SendtopUI

/// The file in which a profile's drafts outlive the run.
///
/// Every change reads the file anew under a lock, so that several monitors can keep drafts in it, and replaces it
/// whole. A file that is not understood is never written over.
actor DraftFile {
    private let file: SharedFile
    private nonisolated let executor = FileExecutor()

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    init(folder: String, profile: String) {
        file = SharedFile(path: "\(folder)/\(profile).drafts.json")
    }

    /// The saved drafts, newest first.
    ///
    /// - Throws: `CommandFailure` that says what is wrong with the file.
    func drafts() throws -> [SavedDraft] {
        try drafts(in: try file.bytes())
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

    private func drafts(in bytes: [UInt8]?) throws -> [SavedDraft] {
        try items(in: bytes).map(\.draft).sorted {
            ($1.savedAt.milliseconds, $0.name) < ($0.savedAt.milliseconds, $1.name)
        }
    }

    /// What the bytes of the file say; nothing when there is no file.
    private func items(in bytes: [UInt8]?) throws -> [Item] {
        guard let bytes else { return [] }
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
        file.foreign("drafts", reason)
    }

    private func change(_ body: (inout [Item]) -> Void) throws -> [SavedDraft] {
        var written: [UInt8] = []
        try file.replace { bytes in
            var items = try items(in: bytes)
            body(&items)
            let json: JSON = ["drafts": .array(items.map(\.json))]
            written = Array((json.prettyText() + "\n").utf8)
            return written
        }
        // As the file says it: what a draft does not keep, such as its style, is not there.
        return try drafts(in: written)
    }
}
