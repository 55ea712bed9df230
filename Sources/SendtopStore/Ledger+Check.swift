import GRDB

/// What a thorough look at a ledger found.
public struct LedgerCheck: Sendable, Hashable {
    /// Events and sends that were counted.
    public var events: Int
    public var sends: Int
    /// What is wrong, a sentence each; empty when all is sound.
    public var findings: [String]

    public init(events: Int = 0, sends: Int = 0, findings: [String] = []) {
        self.events = events
        self.sends = sends
        self.findings = findings
    }
}

extension Ledger {
    /// Faults that are named at most, of each file.
    private static let findingLimit = 20

    /// Reads everything, and says what is wrong with it.
    ///
    /// - Throws: `LedgerError`, or `CancellationError` as soon as the task is cancelled.
    public func check() async throws -> LedgerCheck {
        // The derived tables are looked at first: the events can only have gone on since.
        let (derived, cursor) = try await readDerived { db in (try Ledger.checkDerived(db), try? Projector.cursor(db)) }
        var events = try await readEvents { try Ledger.checkEvents($0, cursor: cursor ?? 0) }
        // Retention takes out nothing that the derived tables do not show; they may have gone on since the first look.
        let first = try await readEvents { try EventNumbers($0).first }
        if let shown = try? await readDerived(Projector.cursor), shown < first - 1 {
            let missing = MissingEvents(first: shown + 1, last: first - 1)
            events.findings.append("Events: \(missing), and no send shows them.")
        }
        return LedgerCheck(events: events.events, sends: derived.sends, findings: events.findings + derived.findings)
    }

    private static func checkDerived(_ db: Database) throws -> LedgerCheck {
        var check = LedgerCheck(findings: try Ledger.findings(in: .derived, db))
        guard check.findings.isEmpty else { return check }
        check.sends = try Int.fetchOne(db, sql: "SELECT count(*) FROM send") ?? 0
        let counted = try Int.fetchOne(db, sql: "SELECT ifnull(sum(sends), 0) FROM block") ?? 0
        if counted != check.sends {
            check.findings.append(
                "Derived tables: there are \(check.sends) sends, and \(counted) are counted; sendtop ledger rebuild mends it."
            )
        }
        return check
    }

    private static func checkEvents(_ db: Database, cursor: Int64) throws -> LedgerCheck {
        var check = LedgerCheck(findings: try Ledger.findings(in: .events, db))
        guard check.findings.isEmpty else { return check }
        check.events = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
        let numbers = try EventNumbers(db)
        if numbers.count != check.events {
            check.findings.append(
                "Events: \(numbers.first) to \(numbers.last) should be there, and \(check.events) are."
            )
        }
        if cursor > numbers.last {
            check.findings.append("Events: \(MissingEvents(first: numbers.last + 1, last: cursor)).")
        }
        return check
    }

    /// One of a ledger's files, as findings name it.
    enum Part: String, Sendable {
        case events = "Events"
        case derived = "Derived tables"
    }

    /// What SQLite finds wrong with a file, a sentence each.
    ///
    /// - Parameter isQuick: reads every page and names the first fault; it compares no index with its table, which
    ///   takes much longer.
    static func findings(in part: Part, _ db: Database, isQuick: Bool = false) throws -> [String] {
        let pragma = isQuick ? "quick_check(1)" : "integrity_check(\(findingLimit))"
        return try faults(db, by: pragma).map { "\(part.rawValue): \($0)." }
    }

    private static func faults(_ db: Database, by pragma: String) throws -> [String] {
        do {
            return try String.fetchAll(db, sql: "PRAGMA \(pragma)")
                .filter { $0 != "ok" }
                .map { $0.replacing("\n", with: " ") }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return [error.message ?? "malformed"]
        }
    }
}
