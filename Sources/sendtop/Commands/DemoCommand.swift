import ArgumentParser
import Foundation
import Logging
import SendtopClient
import SendtopSandbox
import SendtopStore
import ServiceLifecycle

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show everything at work: monitor, listener, sandbox and traffic in one process.",
        discussion: """
            Needs no account, no network and no configuration. Every send is really issued over HTTP, to a sandbox on \
            this machine; an incident of bounces begins after half a minute. The ledger is a temporary one.
            """
    )

    @Option(help: ArgumentHelp("Take postbacks in here; any free port when this one is taken.", valueName: "host:port"))
    var listen: HostPort = .listener

    @OptionGroup var screen: ScreenOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var settings = try common.writingSettings(screen.flags)
        let workspace = try DemoWorkspace()
        defer { workspace.remove() }
        // A faulty key file ends the start, also where lines are printed: before anything is opened.
        _ = try settings.keymap()
        if settings.origins[.mask] == .byDefault { settings.isMasked = true }
        let isPlain = settings.isPlain || !Console.isTerminal || !Console.hasKeyboard
        let logger = try settings.logger(fallback: isPlain ? .standardError : LogOutput(path: workspace.log))
        let listenerAddress = FreePort.orAnother(listen)
        let sandboxAddress = FreePort.orAnother(.sandbox)
        settings.listen = listenerAddress
        settings.sandbox = .builtIn
        // The sandbox knows no secret, and comes from this machine.
        settings.listener = ListenerSettings(isInsecure: settings.listener.isInsecure)
        settings.profile = .sandbox(playing: .builtIn, at: sandboxAddress)
        if common.ledger == nil { settings.ledgerPath = workspace.ledger }
        let ledger = try settings.openLedger(.owner, logger: logger)
        if common.ledger != nil, try await ledger.info().lastSeq > 0 {
            await ledger.close()
            throw CommandFailure(
                .usage,
                "\(settings.ledgerPath) has events already, and the demo would add made-up ones; name a file that is not there."
            )
        }
        let access = try settings.access(on: listenerAddress, logger: logger)
        let listener = settings.listener(on: listenerAddress, access: access, ledger: ledger, logger: logger)
        let sandbox = try Sandbox(
            configuration: .builtIn,
            host: sandboxAddress.host,
            port: sandboxAddress.port,
            statePath: workspace.state,
            postbackURLs: [PostbackTarget(url: "http://\(listenerAddress)/postback")],
            logger: logger
        )
        let setup = try isPlain ? nil : settings.monitor(ledger: ledger, listener: listener, isDemo: true)
        let client = try settings.client()
        let (opening, opened) = AsyncStream.makeStream(of: Never.self)
        var services: [any Service] = [
            LedgerService(ledger: ledger),
            ClientService(client: client),
            ListenerService(listener: listener),
            SandboxService(sandbox: sandbox) { _ in opened.finish() },
            TrafficService(client: client, ledger: ledger, logger: logger, opening: opening),
        ]
        if let setup {
            let sender = MonitorSender(client: client, ledger: ledger)
            services.append(MonitorService(setup: setup.sending(by: sender)))
        } else {
            services.append(PlainService(ledger: ledger, mask: settings.mask(of: ledger), line: settings.plainLine))
        }
        try await Stack(services: services, logger: logger).run()
    }
}
