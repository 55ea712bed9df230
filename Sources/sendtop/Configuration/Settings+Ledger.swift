import Logging
import SendtopStore

extension Settings {
    /// Opens the profile's ledger for a command that does one thing with it, and closes it afterwards.
    ///
    /// - Parameter mayBegin: whether a fresh one may be begun where there is none.
    /// - Throws: `CommandFailure` with the ledger's own sentence.
    func withLedger<Value>(
        _ access: Ledger.Access,
        mayBegin: Bool = true,
        _ body: (Ledger) async throws -> Value
    ) async throws -> Value {
        let ledger: Ledger
        do {
            ledger = try self.ledger(access, mayBegin: mayBegin, logger: .silent)
        } catch {
            throw CommandFailure(error)
        }
        do {
            let value = try await body(ledger)
            await ledger.close()
            return value
        } catch {
            await ledger.close()
            throw (error as? LedgerError).map(CommandFailure.init) ?? error
        }
    }
}

extension CommandFailure {
    /// What the ledger says is what the command says; a damaged one is a fault of an input file.
    init(_ error: LedgerError) {
        if case .damaged = error.problem {
            self.init(.badInput, "\(error)")
        } else {
            self.init(.notDone, "\(error)")
        }
    }

    /// Whether the ledger is damaged.
    var isDamage: Bool {
        code == .badInput
    }
}
