import ArgumentParser

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Look after the ledger: what it holds, whether it is sound, copies, room.",
        subcommands: [
            LedgerInfoCommand.self, LedgerCheckCommand.self, LedgerRebuildCommand.self, LedgerPruneCommand.self,
            LedgerCompactCommand.self, LedgerBackupCommand.self,
        ]
    )
}
