import Logging
import SendtopStore

extension Settings {
    /// The profile's ledger for one who watches: as its owner or, when another process owns it, to look on, and to
    /// append what is sent from here.
    ///
    /// - Throws: `CommandFailure`, also when an address to listen on was asked for and another process listens.
    func watchedLedger(logger: Logger) throws -> Ledger {
        do {
            return try ledger(.owner, logger: logger)
        } catch {
            guard case .owned(let process) = error.problem else { throw CommandFailure(.notDone, "\(error)") }
            guard origins[.listen] != .flag else {
                let owner = process.map { "process \($0)" } ?? "another process"
                throw CommandFailure(
                    .notDone,
                    "--listen \(listen) cannot be had: postbacks for the ledger \(ledgerPath) are taken in by \(owner);"
                        + " stop that one first, or leave --listen out to look on."
                )
            }
        }
        guard !isReadOnly else { return try openLedger(.looker, logger: logger) }
        do {
            return try ledger(.writer, logger: logger)
        } catch {
            // Another user's ledger can be looked at, if no more.
            guard error.problem == .readOnly else { throw CommandFailure(.notDone, "\(error)") }
            return try openLedger(.looker, logger: logger)
        }
    }
}
