import ArgumentParser
import SendtopCore

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Say every option's value, and where it came from.",
        discussion: """
            A flag beats the environment, the environment beats the file, the file beats the default. Of a secret it says \
            where it comes from, never what it is. Takes the flags of listener, screen and retention, and of how the \
            sandbox plays the service, to show what they would do.
            """
    )

    @Option(help: "text or json")
    var format: ReportFormat = .text

    @OptionGroup var options: ListenerOptions
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var retention: RetentionOptions
    @OptionGroup(title: "How the sandbox plays the service") var playing: SandboxOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let flags = screen.flags.merging(options.flags) { $1 }.merging(retention.flags) { $1 }
        var reader = common.reader(flags)
        reader.sandboxFlags = playing.flags
        let report: ConfigReport
        do {
            report = try ConfigReport(reader)
        } catch {
            throw CommandFailure(error)
        }
        switch format {
        case .text: for line in report.lines { try Console.print(line) }
        case .json: try Console.printData(report.json.text(escaping: .terminalSafe) + "\n")
        }
        for sentence in report.strangers { Console.printError("sendtop: \(sentence)") }
    }
}
