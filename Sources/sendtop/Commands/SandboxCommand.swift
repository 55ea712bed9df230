import ArgumentParser
import Logging
import SendtopSandbox

struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Play the service on this machine: the endpoint, users, campaigns, and the postbacks out.",
        discussion: """
            Takes sends as the service does, and posts what becomes of them. What becomes of a send is chosen by the
            user's address: see --outcomes. Without a configuration there are three active campaigns and a dozen users.
            """
    )

    @Option(help: ArgumentHelp("Take sends here.", valueName: "host:port"))
    var listen: HostPort = .sandbox

    @Option(help: ArgumentHelp("Keep users, campaigns and what is still to be posted in this file.", valueName: "file"))
    var state: String?

    @Option(
        name: .customLong("postback-url"),
        help: ArgumentHelp("Post here; repeatable (default: http://\(HostPort.listener)/postback).", valueName: "url")
    )
    var postbackURLs: [String] = []

    @Flag(help: "List what addresses choose which outcome, and end.")
    var outcomes = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        guard !outcomes else {
            for outcome in SandboxOutcome.all { Console.print(SandboxCommand.line(outcome)) }
            return
        }
        let settings = try common.settings()
        let logger = try settings.logger(fallback: .standardError)
        let urls = postbackURLs.isEmpty ? ["http://\(HostPort.listener)/postback"] : postbackURLs
        let state = try state ?? settings.madeStateFolder() + "/sandbox-state.sqlite"
        let sandbox: Sandbox
        do {
            sandbox = try Sandbox(
                configuration: settings.sandbox,
                host: listen.host,
                port: listen.port,
                statePath: state,
                postbackURLs: urls.map { url throws(SandboxConfigurationError) in try PostbackTarget(url: url) },
                logger: logger
            )
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
        let host = listen.host
        try await Stack(
            services: [
                SandboxService(sandbox: sandbox) { port in
                    let address = HostPort(host: host, port: port)
                    logger.notice("playing the service", metadata: ["url": "http://\(address)"])
                }
            ],
            logger: logger
        ).run()
    }

    private static func line(_ outcome: SandboxOutcome) -> String {
        let address = outcome.localPart.isEmpty ? "any other" : outcome.localPart + "@…"
        let padded = address + String(repeating: " ", count: max(1, 28 - address.count))
        return padded + outcome.summary + (outcome.reason.map { ": \($0)" } ?? "")
    }
}
