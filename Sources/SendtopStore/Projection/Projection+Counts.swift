import GRDB
import SendtopCore

/// The numbers that stand for campaigns and reasons.
extension Projection {
    /// The number of a campaign, a new one when it was never heard of.
    mutating func campaign(_ name: String) throws -> Int64 {
        let key = ByteKey(name)
        if let id = campaigns[key] { return id }
        let select = try db.cachedStatement(sql: "SELECT id FROM campaign WHERE api_id = ?")
        let id = try Int64.fetchOne(select, arguments: [name]) ?? insertCampaign(name)
        campaigns[key] = id
        return id
    }

    private func insertCampaign(_ name: String) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO campaign (api_id) VALUES (?)").execute(arguments: [name])
        return db.lastInsertedRowID
    }

    /// Takes refusals of a send as it was out of the counts, and puts in those of the send as it is.
    mutating func replace(_ old: [Refusal], by new: [Refusal], of send: Int64) throws {
        guard old != new else { return }
        for refusal in old where !new.contains(refusal) { try count(refusal, -1, of: send) }
        for refusal in new where !old.contains(refusal) { try count(refusal, 1, of: send) }
    }

    private mutating func count(_ refusal: Refusal, _ count: Int, of send: Int64) throws {
        let key = Tally.ReasonKey(
            minute: refusal.minute,
            reason: try reason(refusal, of: send),
            campaign: refusal.campaign
        )
        tally.add(count, to: key)
    }

    private mutating func reason(_ refusal: Refusal, of send: Int64) throws -> Int64 {
        let shape = ReasonShape.of(refusal.text)
        let key = ByteKey(shape)
        if let id = reasons[refusal.status]?[key] { return id }
        let select = try db.cachedStatement(sql: "SELECT id FROM reason WHERE status = ? AND shape = ?")
        let known = try Int64.fetchOne(select, arguments: [refusal.status, shape])
        let id = try known ?? insertReason(refusal, shape, of: send)
        reasons[refusal.status, default: [:]][key] = id
        return id
    }

    private func insertReason(_ refusal: Refusal, _ shape: String, of send: Int64) throws -> Int64 {
        let (bounceClass, code) = refusal.text.isEmpty ? (nil, nil) : meanings.meaning(of: refusal.text)
        try db.cachedStatement(
            sql: "INSERT INTO reason (status, shape, class, code, example, send) VALUES (?, ?, ?, ?, ?, ?)"
        )
        .execute(arguments: [refusal.status, shape, bounceClass?.rawValue, code, refusal.text, send])
        return db.lastInsertedRowID
    }
}
