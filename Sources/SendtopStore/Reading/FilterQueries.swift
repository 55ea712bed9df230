import GRDB
import SendtopCore

/// A filter's condition and the statements that were made of it, for one transaction.
///
/// The connection's own cache would keep the statements of every filter that was ever typed.
final class FilterQueries {
    let db: Database
    let condition: FilterSQL
    let columns: TextColumns
    /// The moment of asking.
    let now: Timestamp
    private var statements: [String: Statement] = [:]

    init(_ filter: Filter, now: Timestamp, _ columns: TextColumns, _ db: Database) throws {
        self.db = db
        self.now = now
        self.columns = columns
        condition = try FilterSQL(filter, now: now, columns, db)
    }

    /// The condition that ids are of a range within one block; `bounds` are its arguments.
    var isWithin: String {
        "id BETWEEN ? AND ?" + (condition.isByBlock ? " AND \(DerivedSchema.blockOfSend) = ?" : "")
    }

    func bounds(_ ids: ClosedRange<Int64>) -> StatementArguments {
        let bounds: StatementArguments = [ids.lowerBound, ids.upperBound]
        return condition.isByBlock ? bounds + [Tally.block(of: ids.lowerBound)] : bounds
    }

    /// A statement that is made once.
    func statement(_ sql: String) throws -> Statement {
        if let known = statements[sql] { return known }
        let statement = try db.makeStatement(sql: sql)
        statements[sql] = statement
        return statement
    }
}
