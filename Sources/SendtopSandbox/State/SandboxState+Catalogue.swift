import GRDB
import SendtopCore

extension SandboxState {
    /// Reads keys and campaigns.
    ///
    /// - Throws: `DatabaseError`; `LiquidFault` when a campaign's text is no Liquid.
    func catalogue() throws -> Catalogue {
        try pool.read { db in
            let keys = try Row.fetchAll(db, sql: "SELECT * FROM api_key ORDER BY position").map { row in
                SandboxConfiguration.Key(
                    key: StoredText.decoded(row["key"]),
                    permissions: SandboxState.strings(row["permissions"]),
                    ipAllowList: SandboxState.strings(row["ip_allow_list"])
                )
            }
            let campaigns = try Row.fetchAll(db, sql: "SELECT * FROM campaign ORDER BY position").map { row in
                SandboxConfiguration.Campaign(
                    id: row["id"],
                    name: StoredText.decoded(row["name"]),
                    state: SandboxConfiguration.Campaign.State(rawValue: row["state"]) ?? .active,
                    transactional: row["transactional"],
                    subject: StoredText.decoded(row["subject"]),
                    html: StoredText.decoded(row["html"]),
                    text: StoredText.decoded(row["text"])
                )
            }
            return try Catalogue(keys: keys, campaigns: campaigns)
        }
    }

    private static func strings(_ text: String) -> [String] {
        (try? JSON(text: text).array)?.compactMap(\.string) ?? []
    }
}
