import ArgumentParser
import Foundation
import Logging
import SendtopCore
import SendtopListener
import SendtopStore
import ServiceLifecycle

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Watch every send, live, and take its postbacks in."
    )

    @OptionGroup var options: ListenerOptions
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var retention: RetentionOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        DescriptorLimit.raise()
        let flags = screen.flags.merging(options.flags) { $1 }.merging(retention.flags) { $1 }
        var settings = try common.settings(flags)
        // A faulty key file ends the start, also where lines are printed: before anything is opened.
        _ = try settings.keymap()
        let isPlain = settings.isPlain || !Console.isTerminal || !Console.hasKeyboard
        let logger = try isPlain ? settings.logger(fallback: .standardError) : settings.screenLogger()
        // Before a ledger is made: a refusal leaves nothing behind. Who looks on needs no secrets of the listener.
        let isNew = !FileManager.default.fileExists(atPath: settings.ledgerPath)
        let early = isNew && !settings.isReadOnly ? try settings.access(on: settings.listen, logger: logger) : nil
        let ledger = try settings.watchedLedger(logger: logger)
        // The log of a screen is a file, and this must be seen.
        if !isPlain, let damage = ledger.damage { Console.printError("sendtop: \(damage)") }
        if ledger.access == .looker {
            settings.cannotWrite = !settings.isReadOnly
            settings.isReadOnly = true
        }
        let isOwner = ledger.access == .owner
        var services: [any Service] = [LedgerService(ledger: ledger, retention: settings.retention)]
        var listener: Listener?
        if isOwner {
            let taking = settings.listener(
                on: settings.listen,
                access: try early ?? settings.access(on: settings.listen, logger: logger),
                ledger: ledger,
                certificate: try settings.certificate(logger: logger),
                logger: logger
            )
            services.append(ListenerService(listener: taking))
            listener = taking
        }
        if isPlain {
            if !isOwner { Console.printError("sendtop: looking; \(IntakeStatus.takenIn(by: ledger.owner)).") }
            services.append(PlainService(ledger: ledger, mask: settings.mask(of: ledger), line: settings.plainLine))
        } else {
            var setup = try settings.monitor(ledger: ledger, listener: listener)
            if !settings.isReadOnly {
                let client = try settings.client()
                services.append(ClientService(client: client))
                setup = setup.sending(by: MonitorSender(client: client, ledger: ledger))
            }
            services.append(MonitorService(setup: setup))
        }
        try await Stack(services: services, logger: logger).run()
    }
}

extension IntakeStatus {
    /// Who takes postbacks in, as a line of text says it.
    fileprivate static func takenIn(by owner: Ledger.Owner?) -> String {
        guard let owner else { return "nobody takes postbacks in" }
        return "postbacks are taken in by \(owner.process.map { "process \($0)" } ?? "another process")"
    }
}
