import GRDB
import SendtopCore

extension SandboxState {
    /// Takes an order, durably; an `external_send_id` that is known makes no new send.
    ///
    /// - Parameter outsideSLA: asked only when there is a new send.
    func accept(_ order: SendOrder, outsideSLA: @escaping @Sendable () -> Bool) async throws -> Acceptance {
        try await writes.write { [self] db in
            if let known = try known(order, in: db) { return known }
            return .new(try insert(order, outsideSLA: outsideSLA(), in: db))
        }
    }

    private func known(_ order: SendOrder, in db: Database) throws -> Acceptance? {
        guard let externalSendID = order.externalSendID else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT send.* FROM deduplication JOIN send ON send.id = send_id
                WHERE deduplication.external_send_id = ? AND expires_at > ?
                """
        )
        let row = try Row.fetchOne(
            statement,
            arguments: [StoredText.encoded(externalSendID), order.receivedAt.milliseconds]
        )
        guard let row else { return nil }
        let plan = SendPlan(stored: row["plan"])
        guard let plan, plan.leavesQueueAt <= order.receivedAt, !configuration.alwaysRefuseDuplicates else {
            return .queued
        }
        return .known(AcceptedSend(row: row), plan.status(at: order.receivedAt))
    }

    private func insert(_ order: SendOrder, outsideSLA: Bool, in db: Database) throws -> AcceptedSend {
        let number = nextSend()
        let delays = StepDelays(of: number, in: configuration)
        let enqueuedAt = order.receivedAt.adding(milliseconds: delays.enqueue)
        let accepted = AcceptedSend(
            style: order.style,
            dispatchID: DispatchID.random(),
            campaignAPIID: order.campaignAPIID,
            externalSendID: order.externalSendID,
            receivedAt: order.receivedAt
        )
        let (profile, lateAttributes) = try settle(order, in: db)
        let externalSendID = order.externalSendID.map(StoredText.encoded)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO send (
                    id, dispatch_id, style, campaign_id, external_send_id, user_id, recipient, email, first_name,
                    last_name, trigger_properties, late_attributes, outside_sla, received_at, enqueued_at, execute_at
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(
            arguments: [
                number, accepted.dispatchID, order.style.rawValue, order.campaignAPIID, externalSendID, profile?.id,
                StoredText.encoded(order.recipient.name), profile?.email.map(StoredText.encoded),
                profile?.firstName.map(StoredText.encoded), profile?.lastName.map(StoredText.encoded),
                JSON.object(order.triggerProperties).text(), lateAttributes.map { JSON.object($0).text() },
                outsideSLA, order.receivedAt.milliseconds, enqueuedAt.milliseconds,
                enqueuedAt.adding(milliseconds: delays.execute).milliseconds,
            ]
        )
        if let externalSendID {
            let lifetime = StepDelays.scaled(3_600_000, configuration.deduplicationHours)
            let statement = try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO deduplication (external_send_id, send_id, expires_at) VALUES (?, ?, ?)"
            )
            try statement.execute(
                arguments: [externalSendID, number, order.receivedAt.adding(milliseconds: lifetime).milliseconds]
            )
        }
        return accepted
    }

    /// Finds or makes the user, applies the attributes, and gives back those that are to be applied too late.
    private func settle(_ order: SendOrder, in db: Database) throws -> (Profile?, late: JSONObject?) {
        let found = try Profile.find(order.recipient, in: db)
        guard var profile = found ?? order.newProfile else { return (nil, nil) }
        let attributes = order.attributes ?? JSONObject()
        profile.applySynchronous(attributes)
        let isLate = profile.email.map { SandboxOutcome.chosen(by: $0).oddity == .lateAttributes } ?? false
        if !isLate { profile.applyCustom(attributes) }
        if found == nil {
            profile.id = try profile.insert(in: db)
        } else if !attributes.isEmpty {
            try profile.update(in: db)
        }
        return (profile, isLate && !attributes.isEmpty ? attributes : nil)
    }
}

extension SendOrder {
    /// The profile to make for an unknown user; an alias never makes one, nor do, on the v1 page, missing attributes.
    fileprivate var newProfile: Profile? {
        guard case .externalUserID(let id) = recipient, !existingUsersOnly else { return nil }
        guard createsUser || attributes?.isEmpty == false else { return nil }
        return Profile(externalID: id)
    }
}

extension SendPlan {
    /// Reads a plan that the state wrote; `nil` for a send that is queued.
    init?(stored text: String?) {
        guard let text, let json = try? JSON(text: text) else { return nil }
        self.init(json: json)
    }
}

extension AcceptedSend {
    init(row: Row) {
        style = SendDraft.Style(rawValue: row["style"]) ?? .v1
        dispatchID = row["dispatch_id"]
        campaignAPIID = row["campaign_id"]
        externalSendID = (row["external_send_id"] as String?).map(StoredText.decoded)
        receivedAt = Timestamp(milliseconds: row["received_at"])
    }
}
