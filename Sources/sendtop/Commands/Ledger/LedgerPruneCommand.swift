import ArgumentParser
import SendtopCore
import SendtopStore
import SendtopUI

struct LedgerPruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Take out the events and sends that are older, or more, than is to be kept.",
        discussion: """
            Without options, keeps what the configuration says. The newest event always stays. Works in small steps, so \
            that others can use the ledger meanwhile; sendtop listen and sendtop watch do the same once a minute.
            """
    )

    @OptionGroup var retention: RetentionOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.writingSettings(retention.flags)
        guard !settings.retention.isEmpty else {
            throw CommandFailure(
                .usage,
                "Nothing says how much is to be kept; give --retention-days, --retention-size or --retention-send-days."
            )
        }
        let pruned = try await settings.withLedger(.writer, mayBegin: false) { ledger in
            try await ledger.project()
            return try await ledger.prune(settings.retention, now: .now())
        }
        try Console.print("Taken out: \(pruned.events.counted("event")), \(pruned.sends.counted("send")).")
    }
}
