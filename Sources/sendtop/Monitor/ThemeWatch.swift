import Dispatch
import Foundation
import SendtopStore

/// Wakes the screen when a file in one of the folders of themes was written, put there, or taken away.
@MainActor
final class ThemeWatch {
    private let folders: [String]
    private let mailbox: Mailbox
    private var sources: [String: any DispatchSourceProtocol] = [:]

    init(folders: [String], mailbox: Mailbox) {
        self.folders = folders
        self.mailbox = mailbox
    }

    /// Watches the folders that there are and that are not watched yet.
    func begin() {
        // Editors write another file and rename it; so the folder is watched, not the file.
        let kinds = Int(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE)
        for folder in folders where sources[folder] == nil && FileManager.default.fileExists(atPath: folder) {
            sources[folder] = FileWatch.source([folder], kinds: kinds, queue: .main) { [mailbox] in
                mailbox.post(.themesChanged)
            }
        }
    }

    func end() {
        for source in sources.values { source.cancel() }
        sources = [:]
    }
}
