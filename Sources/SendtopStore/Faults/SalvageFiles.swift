import Foundation

/// The names under which a damaged ledger is put aside, and what is sound of it is saved.
struct SalvageFiles: Sendable, Hashable {
    let ledger: String
    /// When it was put aside, as a part of the names.
    let stamp: String

    /// The damaged ledger.
    var damaged: String {
        "\(ledger).damaged-\(stamp)"
    }

    /// What could be read of it.
    var sound: String {
        "\(ledger).sound-\(stamp)"
    }

    /// What has been read so far: it is there as long as not all that can be read is saved.
    var part: LedgerFiles {
        LedgerFiles(path: sound + SalvageFiles.partEnd)
    }

    /// The damaged ledger again, while it is read with its header mended.
    var mended: LedgerFiles {
        LedgerFiles(path: sound + ".mended")
    }

    private static let partEnd = ".part"

    /// Whether nothing has one of the names.
    var areFree: Bool {
        [LedgerFiles(path: damaged), LedgerFiles(path: sound), part].allSatisfy { files in
            [files.events, files.derived].allSatisfy { !FileManager.default.fileExists(atPath: $0) }
        }
    }

    /// What was put aside of a ledger, and is not saved yet.
    static func unfinished(of files: LedgerFiles) -> [SalvageFiles] {
        let start = URL(fileURLWithPath: files.events).lastPathComponent + ".sound-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: files.folder)) ?? []
        return names.filter { $0.hasPrefix(start) && $0.hasSuffix(partEnd) }.sorted()
            .map { String($0.dropFirst(start.count).dropLast(partEnd.count)) }
            .map { SalvageFiles(ledger: files.events, stamp: $0) }
            .filter { FileManager.default.fileExists(atPath: $0.damaged) }
    }
}
