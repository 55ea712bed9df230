import ArgumentParser
import Logging
import SendtopSandbox

struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Play the service on this machine: the endpoint, users, campaigns, and the postbacks out.",
        discussion: """
            Takes sends as the service does, and posts what becomes of them. The user's address chooses what that is, \
            never chance: see --outcomes. Without a configuration there are three campaigns to send, one paused, one \
            archived, one not transactional, the API key sandbox-key, and sixteen users, among them ada, who gets her \
            mail, and carl, whose address bounces.

            What it has accepted outlives it: a sandbox that is killed posts the rest after its next start. An address \
            that nobody has is not mailed again after its first bounce; --fresh forgets that, and all else.

            GET /sandbox/info, /sandbox/messages and /sandbox/status show what there is, what was rendered, and how \
            it goes.
            """
    )

    @Option(help: ArgumentHelp("Take sends here (default: \(HostPort.sandbox)).", valueName: "host:port"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "Keep users, sends and what is still to be posted in this file (default: sandbox-state.sqlite beside the ledgers).",
            valueName: "file"
        ),
        completion: .file()
    )
    var state: String?

    @Option(
        name: .customLong("postback-url"),
        help: ArgumentHelp(
            "Post here; repeatable (default: the listener's, http://\(HostPort.listener)/postback).",
            valueName: "url"
        )
    )
    var postbackURLs: [String] = []

    @Flag(help: "Begin with a new state: remove what the file holds, when that is a state of the sandbox.")
    var fresh = false

    @Flag(help: "List which address chooses which outcome, and end.")
    var outcomes = false

    @Flag(help: "Print a commented example of the configuration, and end.")
    var example = false

    @OptionGroup(title: "How it plays the service") var playing: SandboxOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        guard !outcomes else {
            for outcome in SandboxOutcome.all { try Console.print(SandboxCommand.line(outcome)) }
            return
        }
        guard !example else {
            try Console.printData(SandboxExample.yaml + "\n")
            return
        }
        let settings = try common.settings(sandbox: playing.flags)
        let logger = try settings.logger(fallback: .standardError)
        let places = try places(settings)
        if places.state == nil { _ = try settings.madeStateFolder() }
        let state = places.state ?? settings.sandboxState
        let sandbox: Sandbox
        do {
            sandbox = try Sandbox(
                configuration: settings.sandbox,
                host: places.listen.host,
                port: places.listen.port,
                statePath: state,
                startsFresh: fresh,
                postbackURLs: places.postbackURLs,
                logger: logger
            )
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
        if !places.listen.isLoopback, settings.sandbox.keys.contains(where: { $0.key == SandboxConfiguration.knownKey })
        {
            logger.warning(
                "others can reach the sandbox with a key that everybody knows; name keys of your own under sandbox: keys:",
                metadata: ["address": "\(places.listen)", "key": "\(SandboxConfiguration.knownKey)"]
            )
        }
        try await Stack(
            services: [
                SandboxService(sandbox: sandbox) { port in
                    let address = HostPort(host: places.listen.host, port: port)
                    logger.notice(
                        "playing the service",
                        metadata: [
                            "url": "http://\(address)", "state": "\(state)",
                            "postbacks": "\(places.postbackURLs.map(\.description).joined(separator: " "))",
                        ]
                    )
                }
            ],
            logger: logger
        ).run()
    }

    private func places(_ settings: Settings) throws -> SandboxPlaces {
        var places = settings.sandboxPlaces
        do {
            try places.take(flags: listen, state: state, postbackURLs: postbackURLs)
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
        if places.postbackURLs.isEmpty {
            places.postbackURLs = [try PostbackTarget(url: settings.sandboxPostbackURL)]
        }
        return places
    }

    private static func line(_ outcome: SandboxOutcome) -> String {
        let postbacks = outcome.postbacks.isEmpty ? "none" : outcome.postbacks.joined(separator: ", ")
        return padded(outcome.address, to: 27) + padded(postbacks, to: 38) + outcome.story
            + (outcome.reason.map { ": \($0)" } ?? "")
    }

    /// The text in a column of its own, two blanks before the next one at least.
    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(2, width - text.count))
    }
}
