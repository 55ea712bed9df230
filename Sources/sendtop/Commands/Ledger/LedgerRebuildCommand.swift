import ArgumentParser
import SendtopStore
import SendtopUI

struct LedgerRebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the table of sends and the counts anew from the events.",
        discussion: """
            A send of which events were pruned keeps its row. Others can use the ledger meanwhile. A file of derived tables \
            that cannot be used is put aside, and nothing is overwritten.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.writingSettings()
        let info = try await settings.withLedger(.writer, mayBegin: false, renewsDerived: true) { ledger in
            try await ledger.rebuild()
            return try await ledger.info()
        }
        try Console.print("Made anew: \(info.sends.counted("send")) from \(info.events.counted("event")).")
    }
}
