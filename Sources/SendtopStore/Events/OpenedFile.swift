import CStore

/// The file of events as it was when it was opened, so that one that was removed or replaced since is noticed.
///
/// What is written to a file without a name is lost when it is closed, and nobody hears of it.
struct OpenedFile: Sendable {
    private let path: String
    private let mark: Mark?
    /// SQLite makes the log when a file is opened, and removes it when the last one closes it: in between it stays.
    private let log: Mark?

    /// What the system knows a file by, whatever its name.
    private struct Mark: Equatable, Sendable {
        let device: UInt64
        let number: UInt64

        init?(_ path: String) {
            var file = sendtop_file()
            guard sendtop_find(path, &file) else { return nil }
            device = file.device
            number = file.number
        }
    }

    /// - Parameter path: of a file that is open for writing, and so has its log.
    init(_ path: String) {
        self.path = path
        mark = Mark(path)
        log = Mark(path + "-wal")
    }

    /// Whether the name of the events is that of the file still; their log comes and goes with those who write.
    var hasName: Bool {
        mark == Mark(path)
    }

    /// - Throws: `replaced` when the names are not those of the files any more that are open.
    func verify() throws(LedgerError) {
        guard hasName, log == nil || log == Mark(path + "-wal") else {
            throw LedgerError(path: path, problem: .replaced)
        }
    }
}
