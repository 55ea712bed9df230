import Foundation
import Logging
import SendtopCore
import SendtopStore

/// Runs a test with a ledger file of its own, and removes it afterwards.
func withLedger(
    access: Ledger.Access = .owner,
    _ body: (Ledger) async throws -> Void
) async throws {
    try await withFolder { folder in
        let ledger = try open(folder + "/test.sqlite", access)
        do {
            try await body(ledger)
        } catch {
            await ledger.close()
            throw error
        }
        await ledger.close()
    }
}

/// Runs a test with an empty folder of its own, and removes it afterwards.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sendtop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
}

func open(_ path: String, _ access: Ledger.Access = .owner, mayBegin: Bool = true) throws -> Ledger {
    try Ledger.open(path: path, access: access, mayBegin: mayBegin, logger: silent)
}

/// Writes nonsense over pages of a file.
func scribble(_ file: String, pages: Range<UInt64>) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    try handle.seek(toOffset: pages.lowerBound * 4_096)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: pages.count * 4_096))
    try handle.close()
}

let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

extension Ledger {
    /// All sends, oldest first.
    func allSends(_ filter: Filter = .all) async throws -> [SendRow] {
        var all: [SendRow] = []
        try await sends(filter: filter, now: noon, batch: 7) { all += $0 }
        return all
    }

    /// Appends events and brings the derived tables up to date.
    func take(_ events: Event...) async throws {
        _ = try await append(events)
        try await project()
    }
}
