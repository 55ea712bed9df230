import ArgumentParser
import SendtopCore

/// Prints the manual page, for `scripts/install`.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual page, in mdoc.",
        shouldDisplay: false
    )

    func run() throws {
        let dump = try JSON(text: SendtopCommand._dumpHelp())
        guard let root = dump.object?["command"]?.object else {
            throw CommandFailure(.notDone, "The command line does not describe itself.")
        }
        try Console.printData(ManualPage(root: CommandDescription(root), version: Version.text).text)
    }
}
