import ArgumentParser
import SendtopStore

struct LedgerBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger as it is at this moment, while others go on writing.",
        discussion: """
            The copy is a ledger of two files, FILE and FILE-derived; nothing is overwritten. To go back to it, stop \
            everything and use it as --ledger.
            """
    )

    @Argument(help: ArgumentHelp("The copy.", valueName: "file"))
    var file: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings()
        try await settings.withLedger(.looker) { [file] ledger in
            let meter = ProgressMeter(unit: nil)
            try await ledger.backup(to: file) { meter.show(share: $0) }
            meter.end()
        }
        let copy = try Ledger.open(path: file, access: .looker, logger: .silent)
        let info = try await copy.info()
        await copy.close()
        try Console.print("Copied: \(info.events) events, \(info.sends) sends, to \(file).")
    }
}
