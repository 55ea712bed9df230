import Foundation
import Logging
import SendtopTerminal
import SendtopUI
import ServiceLifecycle

/// The screen: for each wake, update, start effects, render, draw.
struct MonitorService: Service {
    let setup: MonitorSetup

    func run() async throws {
        let mailbox = Mailbox()
        let outbox = Outbox()
        try await withGracefulShutdownHandler {
            try await withThrowingDiscardingTaskGroup { group in
                if let sender = setup.sender { group.addTask { await outbox.run(sender, mailbox: mailbox) } }
                defer { outbox.close() }
                try await watchOrPrint(mailbox, outbox)
                // The terminal is given back by now, and a prompt that does not come needs a reason.
                let count = outbox.sendsUnderWay
                guard count > 0 else { return }
                Console.printError("sendtop: Waiting for the answer to \(count == 1 ? "a send" : "\(count) sends").")
            }
        } onGracefulShutdown: {
            mailbox.finish()
        }
    }

    /// Draws; where the terminal cannot be drawn on, says why and prints one line an event.
    private func watchOrPrint(_ mailbox: Mailbox, _ outbox: Outbox) async throws {
        do {
            try await watch(mailbox, outbox)
        } catch let error as TerminalError {
            Console.printError("sendtop: \(error) Printing one line an event instead.")
            try await PlainService(ledger: setup.ledger, mask: setup.mask, line: setup.plainLine).run()
        }
    }

    private func watch(_ mailbox: Mailbox, _ outbox: Outbox) async throws {
        let sources = MonitorSources(
            mailbox: mailbox,
            pause: setup.isOverNetwork ? 200 : 100,
            isLooking: setup.listener == nil
        )
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await sources.followLedger(setup.ledger) }
            if let listener = setup.listener {
                group.addTask { await sources.followIntake(listener) }
            } else {
                group.addTask { await sources.followOwner(of: setup.ledger) }
            }
            // Signals are followed once the terminal is open: curses puts back the handlers that it found, and one that
            // was set meanwhile would be lost.
            let terminal = try await Terminal.open(
                theme: setup.theme,
                environment: ProcessInfo.processInfo.environment,
                hasMouse: setup.settings.hasMouse
            )
            group.addTask { await sources.followSize() }
            defer { group.cancelAll() }
            await loop(terminal, mailbox, outbox, sources)
        }
    }

    @MainActor
    private func loop(
        _ terminal: Terminal,
        _ mailbox: Mailbox,
        _ outbox: Outbox,
        _ sources: MonitorSources
    ) async {
        defer { terminal.close() }
        let stops = sources.stops()
        defer { stops.cancel() }
        var screen = MonitorScreen(setup: setup, terminal: terminal, mailbox: mailbox, outbox: outbox)
        screen.begin()
        for await wake in mailbox.wakes {
            guard screen.handle(wake) else { break }
        }
        await screen.end()
    }
}
