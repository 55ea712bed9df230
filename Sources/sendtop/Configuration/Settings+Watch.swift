import Logging
import SendtopStore

extension Settings {
    /// The profile's ledger for one who watches: as its owner or, when another process owns it, to look on, and to
    /// append what is sent from here. One that cannot be written can be looked at, if no more.
    ///
    /// Who may only look opens it to look, whether or not somebody owns it.
    ///
    /// - Throws: `CommandFailure`, also when an address to listen on was asked for and cannot be had.
    func watchedLedger(logger: Logger) throws -> Ledger {
        guard !isReadOnly else {
            guard origins[.listen] != .flag else {
                throw CommandFailure(
                    .usage,
                    "--listen \(listen) cannot be had: who may only look takes no postbacks in; leave out --listen, or what"
                        + " makes it read-only."
                )
            }
            return try openLedger(.looker, logger: logger)
        }
        do {
            return try ledger(.owner, logger: logger)
        } catch {
            switch error.problem {
            case .owned(let process):
                try refuseToListen(beside: process)
                return try lookedAtLedger(logger: logger)
            case .readOnly where origins[.listen] != .flag:
                return try openLedger(.looker, logger: logger)
            default:
                throw CommandFailure(error)
            }
        }
    }

    private func lookedAtLedger(logger: Logger) throws -> Ledger {
        do {
            return try ledger(.writer, logger: logger)
        } catch {
            guard error.problem == .readOnly else { throw CommandFailure(error) }
            return try openLedger(.looker, logger: logger)
        }
    }

    private func refuseToListen(beside process: Int32?) throws {
        guard origins[.listen] == .flag else { return }
        let owner = process.map { "process \($0)" } ?? "another process"
        throw CommandFailure(
            .notDone,
            "--listen \(listen) cannot be had: postbacks for the ledger \(ledgerPath) are taken in by \(owner);"
                + " stop that one first, or leave --listen out to look on."
        )
    }
}
