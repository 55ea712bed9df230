import GRDB
import SendtopCore

extension SandboxState {
    private static let lookLimit = 1_000

    /// What there is: `{"api_keys":[…],"campaigns":[…],"users":[…]}`; of the users, the first thousand.
    func info(_ catalogue: Catalogue) async throws -> JSON {
        let users = try await pool.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM user ORDER BY id LIMIT ?", arguments: [SandboxState.lookLimit])
                .map { row in
                    let profile = Profile(row: row)
                    let aliases = try Row.fetchAll(
                        db.cachedStatement(sql: "SELECT label, name FROM alias WHERE user_id = ? ORDER BY label"),
                        arguments: [profile.id]
                    )
                    let isDead = try SandboxState.isHardBounced(profile.email, at: .now, in: db)
                    return profile.json(aliases: aliases, isHardBounced: isDead)
                }
        }
        return [
            "api_keys": .array(catalogue.keys.map(\.json)),
            "campaigns": .array(catalogue.campaigns.map(\.json)),
            "users": .array(users),
        ]
    }

    /// The mails that were sent, the newest first: `{"messages":[{"dispatch_id",…,"subject","html","text"}]}`.
    ///
    /// - Parameter dispatchID: the one send whose mail to show; `nil` for all that are kept.
    func messages(of dispatchID: String? = nil) async throws -> JSON {
        let messages = try await pool.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT message.recipient AS address, message.subject, message.html, message.text, send.*
                    FROM message JOIN send ON send.id = message.send_id
                    WHERE ?1 IS NULL OR send.dispatch_id = ?1 ORDER BY message.send_id DESC
                    """,
                arguments: [dispatchID.map(StoredText.encoded)]
            )
            .map { row -> JSON in
                let send = AcceptedSend(row: row)
                let plan = SendPlan(stored: row["plan"])
                return [
                    "dispatch_id": .string(send.dispatchID),
                    "campaign_api_id": .string(send.campaignAPIID),
                    "external_send_id": send.externalSendID.map(JSON.string) ?? .null,
                    "recipient": .string(StoredText.decoded(row["recipient"])),
                    "to": .string(StoredText.decoded(row["address"])),
                    "executed_at": .string((plan?.executedAt ?? send.receivedAt).pageText),
                    "outside_sla": .bool(row["outside_sla"]),
                    "subject": .string(StoredText.decoded(row["subject"])),
                    "html": .string(StoredText.decoded(row["html"])),
                    "text": .string(StoredText.decoded(row["text"])),
                ]
            }
        }
        return ["messages": .array(messages)]
    }

    /// How it goes: `{"sends":{…},"postbacks":{…},"hour":{…}}`.
    func status(volume: Volume, counters: PostingCounters, at now: Timestamp) async throws -> JSON {
        let (sends, queued, outside, waiting) = try await pool.read { db in
            (
                try SandboxState.count(db, "send"), try SandboxState.count(db, "send WHERE plan IS NULL"),
                try SandboxState.count(db, "send WHERE outside_sla"), try SandboxState.count(db, "delivery")
            )
        }
        let hour = volume.counts(at: now)
        let posted = counters.figures
        return [
            "sends": [
                "accepted": .number(JSONNumber(sends)), "queued": .number(JSONNumber(queued)),
                "outside_sla": .number(JSONNumber(outside)),
            ],
            "postbacks": [
                "sends_waiting": .number(JSONNumber(waiting)),
                "delivered": .number(JSONNumber(posted.delivered)),
                "retried": .number(JSONNumber(posted.retried)),
                "abandoned": .number(JSONNumber(posted.abandoned)),
            ],
            "hour": [
                "began_at": .string(Volume.start(of: now).pageText),
                "requests": .number(JSONNumber(hour.requests)),
                "rate_limit": .number(JSONNumber(configuration.rateLimit)),
                "sends": .number(JSONNumber(hour.sends)),
                "hourly_allotment": .number(JSONNumber(configuration.hourlyAllotment)),
            ],
        ]
    }

    /// The sends that were received since a moment.
    func sends(since moment: Timestamp) throws -> Int {
        try pool.read { db in
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM send WHERE received_at >= ?",
                arguments: [moment.milliseconds]
            ) ?? 0
        }
    }

    private static func count(_ db: Database, _ what: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(what)") ?? 0
    }
}

extension SandboxConfiguration.Key {
    fileprivate var json: JSON {
        [
            "key": .string(key), "permissions": .array(permissions.map(JSON.string)),
            "ip_allow_list": .array(ipAllowList.map(JSON.string)),
        ]
    }
}

extension SandboxConfiguration.Campaign {
    fileprivate var json: JSON {
        [
            "id": .string(id), "name": .string(name), "state": .string(state.rawValue),
            "transactional": .bool(transactional),
        ]
    }
}

extension Profile {
    fileprivate func json(aliases: [Row], isHardBounced: Bool) -> JSON {
        let isMailable = email.map(EmailAddress.isPlausible) ?? false && !isHardBounced
        let outcome = isMailable ? email.map(SandboxOutcome.chosen(by:)) : nil
        return [
            "external_user_id": externalID.map(JSON.string) ?? .null,
            "email": email.map(JSON.string) ?? .null,
            "first_name": firstName.map(JSON.string) ?? .null,
            "last_name": lastName.map(JSON.string) ?? .null,
            "aliases": .array(
                aliases.map { row in
                    [
                        "alias_label": .string(StoredText.decoded(row["label"])),
                        "alias_name": .string(StoredText.decoded(row["name"])),
                    ]
                }
            ),
            "attributes": .object(attributes),
            "outcome": .string(outcome?.postbacks.joined(separator: ", ") ?? "aborted"),
        ]
    }
}
