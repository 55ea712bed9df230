import ArgumentParser
import Foundation
import SendtopStore

/// The command line.
@main
struct SendtopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sendtop",
        abstract: "top for transactional email: every send, live, from accepted to delivered, bounced or aborted.",
        discussion: """
            sendtop demo shows everything at work, with no account and no network.
            """,
        version: Version.text,
        subcommands: [
            WatchCommand.self, DemoCommand.self, ListenCommand.self, SendCommand.self, SandboxCommand.self,
            ExportCommand.self, ExplainCommand.self, SnapshotCommand.self, LedgerCommand.self, ReplayCommand.self,
            ConfigCommand.self, DoctorCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: WatchCommand.self
    )

    static func main() async {
        StandardDescriptors.fill()
        signal(SIGPIPE, SIG_IGN)
        // A limit on file sizes is a full disk like any other: an error, and no end.
        signal(SIGXFSZ, SIG_IGN)
        Ledger.prepareProcess()
        do {
            try ArgumentText.check()
            var command = try parseAsRoot()
            try DescriptorLimit.check()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            exit(saying: failure)
        } catch let error as LedgerError {
            exit(saying: CommandFailure(error))
        } catch is OutputClosed {
        } catch {
            exit(withError: error)
        }
    }

    private static func exit(saying failure: CommandFailure) -> Never {
        Console.printError("sendtop: \(failure.sentence)")
        Foundation.exit(failure.code.rawValue)
    }
}
