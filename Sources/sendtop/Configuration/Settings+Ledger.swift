import Logging
import SendtopStore

extension Settings {
    /// Opens the profile's ledger for a command that does one thing with it, and closes it afterwards.
    ///
    /// - Parameters:
    ///   - mayBegin: whether a fresh one may be begun where there is none.
    ///   - renewsDerived: whether derived tables that cannot be used are put aside.
    /// - Throws: `CommandFailure` with the ledger's own sentence.
    func withLedger<Value>(
        _ access: Ledger.Access,
        mayBegin: Bool = true,
        renewsDerived: Bool = false,
        _ body: (Ledger) async throws -> Value
    ) async throws -> Value {
        let ledger: Ledger
        do {
            ledger = try self.ledger(access, mayBegin: mayBegin, renewsDerived: renewsDerived, logger: .silent)
        } catch {
            throw CommandFailure(error)
        }
        return try await use(ledger, body)
    }

    /// Does one thing with a ledger that was just opened, says what was put aside of it, and closes it afterwards.
    ///
    /// - Throws: `CommandFailure` with the ledger's own sentence.
    func use<Value>(_ ledger: Ledger, _ body: (Ledger) async throws -> Value) async throws -> Value {
        if let damage = ledger.damage { Console.printError("sendtop: \(damage)") }
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
        switch error.problem {
        case .damaged, .strangeDerived: self.init(.badInput, "\(error)")
        default: self.init(.notDone, "\(error)")
        }
    }

    /// Whether the ledger is damaged.
    var isDamage: Bool {
        code == .badInput
    }
}
