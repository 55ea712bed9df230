import Foundation
import SendtopCore
import SendtopStore
import SendtopUI

/// Whether the ledger is sound, who takes postbacks in for it, and how far the table of sends is.
struct LedgerHealth {
    let settings: Settings

    /// Events that the table of sends may be behind, at the rate of a busy day, before it is worth a word.
    private static let backlog = 20_000
    /// Milliseconds that a clock may differ from another machine's.
    private static let leeway: Int64 = 60_000

    func findings() async -> [Finding] {
        let opened = await Bounded.blocking(within: Doctor.patience) { [settings] in
            Result { () throws(LedgerError) in try settings.ledger(.looker, logger: .silent) }
        }
        switch opened {
        case nil: return [.fault(.ledger, "\(LedgerError(path: settings.ledgerPath, problem: .locked))")]
        case .failure(let error)? where error.problem == .missing:
            return [
                .ok(.ledger, "There is none at \(settings.ledgerPath) yet; sendtop listen or sendtop watch makes it.")
            ]
        case .failure(let error)?: return [.fault(.ledger, "\(error)")]
        case .success(let ledger)?:
            let findings = await findings(of: ledger)
            await ledger.close()
            return findings
        }
    }

    private func findings(of ledger: Ledger) async -> [Finding] {
        do {
            let info = try await ledger.info()
            return try await [soundness(of: ledger, info)] + owner(info) + lag(info) + clock(info)
        } catch {
            return [.fault(.ledger, "\(error)")]
        }
    }

    /// Reads all of a small ledger, and as much of a large one as there is time for.
    private func soundness(of ledger: Ledger, _ info: LedgerInfo) async throws -> Finding {
        let size = ByteSize(bytes: info.files.reduce(0) { $0 + $1.bytes })
        let held = "\(info.events.counted("event")) and \(info.sends.counted("send"))"
        let what = "\(info.path) holds \(held) in \(size)"
        let result = await Bounded.value(within: Doctor.patience) { () -> Result<LedgerCheck, any Error> in
            do {
                return .success(try await ledger.check())
            } catch {
                return .failure(error)
            }
        }
        guard let check = try result?.get() else {
            return .ok(
                .ledger,
                "\(what); no fault was met in \(Doctor.patience), and sendtop ledger check reads it all."
            )
        }
        guard let first = check.findings.first else { return .ok(.ledger, "\(what), and is sound.") }
        return .fault(.ledger, "\(what), and is damaged: \(first)", "sendtop ledger check names all faults.")
    }

    private func owner(_ info: LedgerInfo) -> [Finding] {
        guard let owner = info.owner else {
            return [.warning(.ledger, "Nobody takes postbacks in for it.", "Start sendtop listen or sendtop watch.")]
        }
        return [
            .ok(.ledger, "Postbacks are taken in by \(owner.process.map { "process \($0)" } ?? "another process").")
        ]
    }

    private func lag(_ info: LedgerInfo) -> [Finding] {
        guard info.backlog > LedgerHealth.backlog else { return [] }
        return [
            .warning(
                .ledger,
                "The table of sends is \(info.backlog.counted("event")) behind.",
                "It catches up by itself while sendtop listen or sendtop watch runs."
            )
        ]
    }

    private func clock(_ info: LedgerInfo) -> [Finding] {
        let now = Timestamp.now().milliseconds
        guard let last = info.lastEventAt?.milliseconds, last > now + LedgerHealth.leeway else { return [] }
        return [
            .fault(
                .clock,
                "The ledger's newest event is \((last - now) / 1_000) s in the future, so the clock was set back.",
                "Set the clock right."
            )
        ]
    }
}
