import ArgumentParser
import Logging
import SendtopCore
import SendtopListener
import SendtopStore
import ServiceLifecycle
import UnixSignals

struct ListenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Take postbacks in, without a screen.",
        discussion: """
            Answers 200 only when a postback is on the disk. Runs until it is stopped; the log goes to standard error. \
            SIGHUP reads configuration, secrets and certificate anew. GET /healthz and /readyz tell how it fares; \
            /metrics, in the text format of Prometheus, is for this machine or with a token.
            """
    )

    @OptionGroup var options: ListenerOptions
    @OptionGroup var retention: RetentionOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        DescriptorLimit.raise()
        let settings = try common.writingSettings(options.flags.merging(retention.flags) { $1 })
        let output = try settings.logOutput(fallback: .standardError)
        let logger = settings.logger(to: output)
        let certificate = try settings.certificate(logger: logger)
        // Before the ledger is made: a refusal leaves nothing behind.
        let access = try settings.access(on: settings.listen, logger: logger)
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        let ledger = try settings.openLedger(.owner, logger: logger)
        let listener = settings.listener(
            on: settings.listen,
            access: access,
            ledger: ledger,
            certificate: certificate,
            logger: logger
        )
        let manager = ServiceManager()
        let reload = ListenReload(
            read: { [common, options, retention] in
                try common.writingSettings(options.flags.merging(retention.flags) { $1 })
            },
            settings: settings,
            listener: listener,
            certificate: certificate,
            output: output,
            logger: logger,
            manager: manager
        )
        let stack = Stack(
            services: [
                LedgerService(ledger: ledger, retention: settings.retention),
                ListenerService(listener: listener) { port in
                    let url = listener.intake.url ?? settings.listenerURL
                    logger.notice("taking postbacks in", metadata: ["url": "\(url)", "port": "\(port)"])
                    manager.ready("taking postbacks in at \(url)")
                },
                ReloadService(hangups: hangups) { reload() },
                FarewellService { manager.stopping() },
            ],
            logger: logger,
            endsAtHangup: false
        )
        try await stack.run()
    }
}
