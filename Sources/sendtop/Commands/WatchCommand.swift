import ArgumentParser
import Logging
import SendtopStore
import ServiceLifecycle

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Watch every send, live, and take its postbacks in (default)."
    )

    @Option(help: ArgumentHelp("Take postbacks in here (default: \(HostPort.listener)).", valueName: "host:port"))
    var listen: String?

    @OptionGroup var screen: ScreenOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings(screen.flags.merging([.listen: listen]) { $1 })
        let isPlain = settings.isPlain || !Console.isTerminal || !Console.hasKeyboard
        let logger = try isPlain ? settings.logger(fallback: .standardError) : settings.screenLogger()
        let ledger = try settings.openLedger(.owner, logger: logger)
        let listener = settings.listener(on: settings.listen, ledger: ledger, logger: logger)
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
