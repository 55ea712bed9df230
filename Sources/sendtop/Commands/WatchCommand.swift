import ArgumentParser
import Logging
import SendtopStore
import ServiceLifecycle

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Watch every send, live, and take its postbacks in (default)."
    )

    @OptionGroup var options: ListenerOptions
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        DescriptorLimit.raise()
        let settings = try common.settings(screen.flags.merging(options.flags) { $1 })
        let isPlain = settings.isPlain || !Console.isTerminal || !Console.hasKeyboard
        let logger = try isPlain ? settings.logger(fallback: .standardError) : settings.screenLogger()
        let certificate = try settings.certificate(logger: logger)
        // Before the ledger is made: a refusal leaves nothing behind.
        _ = try settings.access(on: settings.listen, logger: .silent)
        let ledger = try settings.openLedger(.owner, logger: logger)
        let listener = try settings.listener(
            on: settings.listen,
            ledger: ledger,
            certificate: certificate,
            logger: logger
        )
        var services: [any Service] = [LedgerService(ledger: ledger), ListenerService(listener: listener)]
        if isPlain {
            services.append(PlainService(ledger: ledger))
        } else {
            let sender = try settings.isReadOnly ? nil : MonitorSender(client: settings.client(), ledger: ledger)
            if let sender { services.append(ClientService(client: sender.client)) }
            let setup = try settings.monitor(ledger: ledger, listener: listener, sender: sender)
            services.append(MonitorService(setup: setup))
        }
        try await Stack(services: services, logger: logger).run()
    }
}
