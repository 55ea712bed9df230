import Foundation
import GRDB

/// Whether derived tables are of the events beside them.
enum Belonging: Sendable, Hashable {
    case joined
    /// They are of another ledger's events, or of none.
    case foreign
    /// They are of this ledger's, and show more than are left.
    case ahead(MissingEvents)

    /// - Parameter db: the derived tables.
    init(of db: Database, _ events: DatabasePool) throws {
        // The cursor is read first: the events can only have gone on since.
        let cursor = try Projector.cursor(db)
        let owner = try Data.fetchOne(db, sql: "SELECT identity FROM ledger")
        let identity = try Belonging.identity(events)
        let last = try Projector.last(events)
        if owner != identity {
            self = .foreign
        } else if cursor > last {
            self = .ahead(MissingEvents(first: last + 1, last: cursor))
        } else {
            self = .joined
        }
    }

    /// What is wrong with a ledger, without a full stop; `nil` when nothing is.
    func fault(of ledger: String) -> String? {
        switch self {
        case .joined: nil
        case .foreign: "\(ledger)-derived belongs to other events"
        case .ahead(let missing): "\(missing)"
        }
    }

    /// A ledger's own name.
    static func identity(_ events: DatabasePool) throws -> Data {
        try events.read { db in try Data.fetchOne(db, sql: "SELECT identity FROM ledger") ?? Data() }
    }

    /// Whether derived tables hold what nobody could make again without their events.
    static func hasSends(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM send)") ?? false
    }
}
