import GRDB
import SendtopCore

extension SandboxState {
    static func seed(_ db: Database, with configuration: SandboxConfiguration) throws {
        try db.execute(sql: "DELETE FROM api_key; DELETE FROM campaign")
        for (position, key) in configuration.keys.enumerated() {
            try db.execute(
                sql: "INSERT INTO api_key (key, position, permissions, ip_allow_list) VALUES (?, ?, ?, ?)",
                arguments: [
                    StoredText.encoded(key.key), position,
                    JSON.array(key.permissions.map(JSON.string)).text(),
                    JSON.array(key.ipAllowList.map(JSON.string)).text(),
                ]
            )
        }
        for (position, campaign) in configuration.campaigns.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO campaign (id, position, name, state, transactional, subject, html, text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    campaign.id, position, StoredText.encoded(campaign.name), campaign.state.rawValue,
                    campaign.transactional, StoredText.encoded(campaign.subject), StoredText.encoded(campaign.html),
                    StoredText.encoded(campaign.text),
                ]
            )
        }
        for user in configuration.users where try !isKnown(user, in: db) {
            var profile = Profile(externalID: user.externalID)
            profile.email = user.email
            profile.firstName = user.firstName
            profile.lastName = user.lastName
            profile.attributes = user.attributes
            let id = try profile.insert(in: db)
            for alias in user.aliases {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO alias (label, name, user_id) VALUES (?, ?, ?)",
                    arguments: [StoredText.encoded(alias.label), StoredText.encoded(alias.name), id]
                )
            }
        }
    }

    private static func isKnown(_ user: SandboxConfiguration.User, in db: Database) throws -> Bool {
        if let externalID = user.externalID {
            return try Profile.find(.externalUserID(externalID), in: db) != nil
        }
        return try user.aliases.contains {
            try Profile.find(.alias(label: $0.label, name: $0.name), in: db) != nil
        }
    }
}
