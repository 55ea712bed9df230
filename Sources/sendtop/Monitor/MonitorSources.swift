import Dispatch
import Foundation
import SendtopCore
import SendtopListener
import SendtopStore
import SendtopUI
import UnixSignals

/// What wakes the monitor from outside: the ledger, the listener, signals, the clock.
struct MonitorSources: Sendable {
    let mailbox: Mailbox
    /// The least time between two looks at a ledger that keeps changing, in milliseconds.
    let pause: Int64
    /// Whether another process takes postbacks in.
    let isLooking: Bool

    /// Wakes the screen when the ledger has something new, whoever wrote it.
    func followLedger(_ ledger: Ledger) async {
        var pacing = LookerPacing()
        for await _ in ledger.changes() {
            mailbox.post(.ledgerChanged)
            guard (try? await Task.sleep(for: .milliseconds(pause))) != nil else { return }
            guard isLooking else { continue }
            let wasCrowded = pacing.isCrowded
            let rest = pacing.rest()
            if pacing.isCrowded != wasCrowded { mailbox.post(.crowded(pacing.isCrowded)) }
            ledger.rest(for: rest)
            guard (try? await Task.sleep(for: rest)) != nil else { return }
        }
    }

    /// Wakes the screen when the listener took or refused something.
    func followIntake(_ listener: Listener) async {
        for await status in listener.intakeChanges() {
            mailbox.post(.intake(status))
            guard (try? await Task.sleep(for: .milliseconds(pause))) != nil else { return }
        }
    }

    /// Wakes the screen of one who looks when the process that takes postbacks in comes or goes.
    func followOwner(of ledger: Ledger) async {
        for await owner in ledger.owners() {
            var status = IntakeStatus(other: owner.map { .process($0.process) } ?? .nobody)
            // Whoever takes postbacks in now writes to another file.
            if ledger.isReplaced { status.problem = "\(LedgerError(path: ledger.path, problem: .replaced))" }
            mailbox.post(.intake(status))
        }
    }

    /// Wakes the screen when its terminal changes size.
    func followSize() async {
        let signals = await UnixSignalsSequence(trapping: .sigwinch)
        // It may have changed before anybody listened.
        mailbox.post(.resized)
        for await _ in signals {
            mailbox.post(.resized)
        }
    }

    /// Wakes the screen when the job is to stop; the loop gives the terminal back before it does.
    func stops() -> any DispatchSourceSignal {
        signal(SIGTSTP, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGTSTP, queue: .main)
        let mailbox = mailbox
        source.setEventHandler { mailbox.post(.stop) }
        source.resume()
        return source
    }
}
