import ArgumentParser
import Foundation
import SendtopStore

struct LedgerCompactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Give the room that pruned events have left back to the disk.",
        discussion: """
            Writes the files anew, which needs as much room again and keeps everybody from writing meanwhile: stop sendtop \
            listen and sendtop watch first.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.writingSettings()
        // To begin a ledger here, or to put a damaged one aside, is the business of those who take postbacks in.
        let (before, after) = try await settings.withLedger(.owner, mayBegin: false) { ledger in
            try await ledger.project()
            let before = try await ledger.info().bytes
            try await ledger.compact()
            return (before, try await ledger.info().bytes)
        }
        try Console.print("Compacted: \(ByteSize(bytes: before)) became \(ByteSize(bytes: after)).")
    }
}

extension LedgerInfo {
    fileprivate var bytes: Int64 {
        files.reduce(0) { $0 + $1.bytes }
    }
}
