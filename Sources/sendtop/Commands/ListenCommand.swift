import ArgumentParser
import Logging
import SendtopListener
import SendtopStore
import ServiceLifecycle

struct ListenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Take postbacks in, without a screen.",
        discussion:
            "Answers 200 only when a postback is on the disk. Runs until it is stopped; the log goes to standard error."
    )

    @Option(help: ArgumentHelp("Take postbacks in here (default: \(HostPort.listener)).", valueName: "host:port"))
    var listen: String?

    @OptionGroup var retention: RetentionOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings(retention.flags.merging([.listen: listen]) { $1 })
        let logger = try settings.logger(fallback: .standardError)
        let ledger = try settings.openLedger(.owner, logger: logger)
        let listener = settings.listener(on: settings.listen, ledger: ledger, logger: logger)
        let stack = Stack(
            services: [
                LedgerService(ledger: ledger, retention: settings.retention),
                ListenerService(listener: listener) { port in
                    let address = HostPort(host: settings.listen.host, port: port)
                    logger.notice("taking postbacks in", metadata: ["url": "http://\(address)/postback"])
                },
            ],
            logger: logger
        )
        try await stack.run()
    }
}
