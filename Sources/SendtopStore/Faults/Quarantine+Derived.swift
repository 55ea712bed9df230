import Foundation
import GRDB

extension Quarantine {
    /// Looks at the derived file beside events that are sound, before anybody relies on it: where its events are gone
    /// it may be all that is left of them, and it is put aside.
    ///
    /// - Parameters:
    ///   - isRenewed: whether a broken file, or one of something else, is put aside as well.
    ///   - mayMove: whether the caller may put anything aside.
    /// - Returns: what was found and put aside, or `nil` when there was nothing.
    /// - Throws: `damaged` where it may not be put aside; `cannotOpen` when it cannot be moved.
    func damageOfDerived(
        events: DatabasePool,
        isRenewed: Bool,
        mayMove: Bool
    ) throws(LedgerError) -> LedgerDamage? {
        guard LedgerFiles.bytes(files.derived) ?? 0 > 0 else { return nil }
        if isRenewed, mayMove, let fault = faultOfStrange() {
            let aside = LedgerFiles(path: freeSalvage().damaged).derived
            try files.move(files.derived, to: aside)
            return LedgerDamage(path: files.events, detail: fault, aside: aside, sound: nil)
        }
        guard let claim = claimOfDerived(events), let fault = claim.belonging.fault(of: files.events) else {
            return nil
        }
        // Of nothing, there is nothing to keep; the tables are made anew where they are.
        if claim.belonging == .foreign, !claim.hasSends { return nil }
        guard mayMove else { throw LedgerError(path: files.events, problem: .damaged(fault)) }
        let aside = freeOrphan()
        try files.move(files.derived, to: aside)
        return LedgerDamage(
            path: files.events,
            detail: claim.belonging == .foreign ? "\(claim.sends) \(claim.sends == 1 ? "send" : "sends")" : fault,
            aside: aside,
            sound: nil,
            cause: claim.belonging == .foreign ? .otherEvents : .missingEvents
        )
    }

    /// What a derived file says of itself.
    private struct Claim: Sendable {
        let belonging: Belonging
        let hasSends: Bool
        let sends: Int
    }

    /// - Returns: `nil` when the file does not say; opening it says why.
    private func claimOfDerived(_ events: DatabasePool) -> Claim? {
        askDerived { db -> Claim? in
            guard try Int64.fetchOne(db, sql: "PRAGMA application_id") == LedgerDatabase.applicationID else {
                return nil
            }
            return Claim(
                belonging: try Belonging(of: db, events),
                hasSends: try Belonging.hasSends(db),
                sends: try Int.fetchOne(db, sql: "SELECT ifnull(sum(sends), 0) FROM block") ?? 0
            )
        }
    }

    /// What is wrong with a file at the place of the derived tables, also where it is none of ours.
    private func faultOfStrange() -> String? {
        let check = SoundnessCheck(file: files.derived, table: "send", key: "id", isOurs: true)
        return check.fault()
            ?? askDerived { db -> String? in
                try LedgerDatabase.isOurs(db) ? nil : "it is something else"
            }
    }

    private func askDerived<Value>(_ query: (Database) throws -> Value?) -> Value? {
        var configuration = Configuration()
        configuration.busyMode = .timeout(LedgerDatabase.patience)
        guard let queue = try? DatabaseQueue(path: files.derived, configuration: configuration) else { return nil }
        defer { try? queue.close() }
        return try? queue.inDatabase(query)
    }

    /// A name for derived tables without events that nothing has yet.
    private func freeOrphan() -> String {
        let names = stamps.map { "\(files.derived).orphaned-\($0)" }
        return names.first { !FileManager.default.fileExists(atPath: $0) } ?? names[0]
    }
}
