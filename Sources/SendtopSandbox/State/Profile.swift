import GRDB
import SendtopCore

/// A user as the state knows them.
struct Profile: Sendable, Hashable {
    /// `nil` until the user is in the state.
    var id: Int64?
    var externalID: String?
    var email: String?
    var firstName: String?
    var lastName: String?
    /// Custom attributes, and the standard ones that have no field of their own.
    var attributes = JSONObject()

    init(externalID: String?) {
        self.externalID = externalID
    }
}

extension Profile {
    private static let columns = "user.id, external_id, email, first_name, last_name, attributes"

    init(row: Row) {
        id = row["id"]
        externalID = (row["external_id"] as String?).map(StoredText.decoded)
        email = (row["email"] as String?).map(StoredText.decoded)
        firstName = (row["first_name"] as String?).map(StoredText.decoded)
        lastName = (row["last_name"] as String?).map(StoredText.decoded)
        attributes = JSONObject(stored: row["attributes"])
    }

    /// The user whom a request names.
    static func find(_ recipient: SendRequest.Recipient, in db: Database) throws -> Profile? {
        switch recipient {
        case .externalUserID(let id):
            let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM user WHERE external_id = ?")
            return try Row.fetchOne(statement, arguments: [StoredText.encoded(id)]).map(Profile.init(row:))
        case .alias(let label, let name):
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(columns) FROM alias JOIN user ON user.id = alias.user_id
                    WHERE alias.label = ? AND alias.name = ?
                    """
            )
            return try Row.fetchOne(statement, arguments: [StoredText.encoded(label), StoredText.encoded(name)])
                .map(Profile.init(row:))
        }
    }

    /// The user with that row number.
    static func find(id: Int64, in db: Database) throws -> Profile? {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM user WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map(Profile.init(row:))
    }

    /// Adds the user, and returns the row number.
    @discardableResult
    func insert(in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO user (external_id, email, first_name, last_name, attributes) VALUES (?, ?, ?, ?, ?)"
        )
        try statement.execute(arguments: [externalID.map(StoredText.encoded)] + stored)
        return db.lastInsertedRowID
    }

    /// Writes a known user's new values.
    func update(in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE user SET email = ?, first_name = ?, last_name = ?, attributes = ? WHERE id = ?"
        )
        try statement.execute(arguments: stored + [id])
    }

    private var stored: StatementArguments {
        [
            email.map(StoredText.encoded), firstName.map(StoredText.encoded), lastName.map(StoredText.encoded),
            JSON.object(attributes).text(),
        ]
    }
}

extension JSONObject {
    /// Reads an object that the state wrote.
    init(stored text: String) {
        self = (try? JSON(text: text).object) ?? JSONObject()
    }
}
