import ArgumentParser
import SendtopStore
import SendtopUI

struct LedgerBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger as it is at this moment, while others go on writing.",
        discussion: """
            The copy is a ledger of two files, FILE and FILE-derived; nothing is overwritten. To go back to it, stop \
            everything and use it as --ledger. Exit code 2 says that the ledger is damaged, and so is the copy.
            """
    )

    @Argument(help: ArgumentHelp("The copy.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if file.isEmpty { throw ValidationError("The copy needs a name.") }
    }

    func run() async throws {
        let settings = try common.settings()
        let copy = try await settings.withLedger(.looker) { [file] ledger in
            let meter = ProgressMeter(unit: nil)
            defer { meter.end() }
            return try await ledger.backup(to: file) { meter.show(share: $0) }
        }
        if let finding = copy.findings.first {
            throw CommandFailure(
                .badInput,
                "The copy \(file) is written, but the ledger \(settings.ledgerPath) is damaged, and so is its copy: \(finding)"
            )
        }
        try Console.print("Copied: \(copy.events.counted("event")), \(copy.sends.counted("send")), to \(file).")
    }
}
