import GRDB
import SendtopCore

/// One transaction's work on the derived tables.
///
/// Events are taken one by one in the order of the ledger, and what they change is gathered and written at the end;
/// where a batch ends makes no difference to what the tables hold after it.
struct Projection {
    /// A send in memory, and what of it is not written yet.
    final class Entry {
        var stored: StoredSend
        var isNew: Bool
        var keysChanged = false

        init(stored: StoredSend, isNew: Bool) {
            self.stored = stored
            self.isNew = isNew
        }
    }

    /// What a send was, as far as it matters to what follows from it.
    private struct Standing {
        let status: SendStatus
        let reason: String?
        let campaign: String?
        let dispatchID: String?
        let externalSendID: String?
        let duplicates: Int
        let contributions: [Contribution]
        let refusals: [Refusal]

        init(_ stored: borrowing StoredSend) {
            status = stored.send.status
            reason = stored.send.reason
            campaign = stored.send.campaignAPIID
            dispatchID = stored.send.dispatchID
            externalSendID = stored.send.externalSendID
            duplicates = stored.send.duplicates
            contributions = Contribution.all(of: stored)
            refusals = Refusal.all(of: stored)
        }
    }

    let db: Database
    let statements: ProjectionStatements
    let meanings: Meanings
    var entries: [Int64: Entry] = [:]
    /// Rows that are not written yet, some of them more than once.
    var changed: [Int64] = []
    var dispatches: [ByteKey: Int64] = [:]
    var requests: [ByteKey: Int64] = [:]
    var campaigns: [ByteKey: Int64] = [:]
    var reasons: [Int64: [ByteKey: Int64]] = [:]
    /// Rows that others took in, by id, with the id of the other.
    var absorbed: [Int64: Int64] = [:]
    /// Which send an event told something of.
    var links: [(send: Int64, seq: Int64)] = []
    var tally = Tally()
    /// The event that is taken in.
    private var seq: Int64 = 0
    /// Whether any request waits for the send that the service said it holds.
    var hasWaiting: Bool
    /// The last event that the counts hold already, from before the tables were made anew.
    let counted: Int64
    /// Whether the event that is taken in is one of those.
    private var isCounted = false

    /// - Parameter expected: events that it will have to take in, so that nothing has to grow.
    init(_ db: Database, meanings: Meanings, expecting expected: Int) throws {
        self.db = db
        statements = try ProjectionStatements(db)
        self.meanings = meanings
        entries.reserveCapacity(expected)
        dispatches.reserveCapacity(expected)
        changed.reserveCapacity(expected)
        hasWaiting = try Projection.hasWaiting(db)
        counted = try Int64.fetchOne(db, sql: "SELECT seq FROM cursor WHERE name = 'counted'") ?? 0
    }

    /// Takes an event in.
    mutating func take(_ event: Event) throws {
        seq = event.seq
        let facts = SendFacts(event)
        isCounted = event.seq <= counted
        if isCounted, try isLinked(facts, seq: event.seq) { return }
        guard event.kind.changesSend else { return try link(event, facts) }
        let status = facts.status.map(StatusCode.code) ?? StatusCode.other
        let moment = Reached.Moment(status: status, minute: event.at.minute)
        guard let id = try row(for: facts, moment, seq: event.seq) else { return }
        // A send is named for its first event, which needs no link.
        let isFirst = event.seq == id
        if !isFirst { links.append((id, event.seq)) }
        guard let entry = entries[id] else { return }
        if try change(&entry.stored, by: facts, moment, isFirst: isFirst) { entry.keysChanged = true }
        try tie(entry, moment)
    }

    /// Ties an event to its send, if that is there, and changes nothing of it.
    private mutating func link(_ event: Event, _ facts: SendFacts) throws {
        let dispatch = try facts.dispatchID.flatMap { try find(dispatch: $0) }
        guard let id = try dispatch ?? facts.requestID.flatMap({ try find(request: $0) }) else { return }
        links.append((id, event.seq))
    }

    /// The row that an event speaks of: by its dispatch id, else by its request id, else a new one.
    ///
    /// An event that names both makes one row of two, unless the request's has another dispatch id: two dispatches
    /// are two sends.
    private mutating func row(for facts: SendFacts, _ moment: Reached.Moment, seq: Int64) throws -> Int64? {
        guard facts.dispatchID != nil || facts.requestID != nil else { return nil }
        let dispatch = try facts.dispatchID.flatMap { try find(dispatch: $0) }
        let request = try facts.requestID.flatMap { try find(request: $0) }
        var id: Int64
        switch (dispatch, request) {
        case (let dispatch?, let request?) where dispatch != request && hasDispatch(request) == false:
            id = try absorb(dispatch, request, moment)
        case (let dispatch?, _):
            id = dispatch
        case (nil, let request?) where facts.dispatchID == nil || hasDispatch(request) == false:
            id = request
        default:
            id = seq
            create(id, facts)
        }
        if let name = facts.dispatchID, dispatch != id { dispatches[ByteKey(name)] = id }
        if let name = facts.requestID, request == nil { try remember(request: name, id) }
        return id
    }

    /// Whether a send that stayed when the tables were made anew has the event.
    private mutating func isLinked(_ facts: SendFacts, seq: Int64) throws -> Bool {
        let dispatch = try facts.dispatchID.flatMap { try find(dispatch: $0) }
        guard let id = try dispatch ?? facts.requestID.flatMap({ try find(request: $0) }) else { return false }
        if id == seq { return true }
        return try statements.findLink.integer {
            $0.bind(id)
            $0.bind(seq)
        } != nil
    }

    private func hasDispatch(_ id: Int64) -> Bool? {
        entries[id].map { $0.stored.send.dispatchID != nil }
    }

    private mutating func create(_ id: Int64, _ facts: SendFacts) {
        entries[id] = Entry(stored: StoredSend(id: id, send: Send(seenAt: facts.seenAt)), isNew: true)
        tally.blocks[Tally.block(of: id), default: 0] += 1
    }

    /// Changes a row in place, for a copy would be one of all its texts; says whether its keys changed.
    private mutating func change(
        _ stored: inout StoredSend,
        by facts: SendFacts,
        _ moment: Reached.Moment,
        isFirst: Bool
    ) throws -> Bool {
        // Before its first event it was nothing.
        let old = isFirst ? [] : [Standing(stored)]
        stored.send.merge(facts)
        if facts.status != nil { stored.reached.note(moment.status, at: moment.minute) }
        return try settle(&stored, from: old, moment)
    }

    /// Makes one row of two, under the lower id.
    private mutating func absorb(_ first: Int64, _ second: Int64, _ moment: Reached.Moment) throws -> Int64 {
        let (kept, gone) = (min(first, second), max(first, second))
        guard let entry = entries[kept], let other = entries[gone] else { return kept }
        let old = [Standing(entry.stored), Standing(other.stored)]
        entry.stored.send.merge(other.stored.send)
        entry.stored.reached.merge(other.stored.reached)
        if try settle(&entry.stored, from: old, moment) { entry.keysChanged = true }
        entries[gone] = nil
        absorbed[gone] = kept
        for place in links.indices where links[place].send == gone { links[place].send = kept }
        tally.blocks[Tally.block(of: gone), default: 0] -= 1
        tally.touch(gone, seq: seq, seen: nil)
        try move(gone, to: kept)
        return kept
    }

    /// Brings what follows from a changed row in step: its campaign's number, its reason's meaning, the counts. Says
    /// whether its keys changed.
    private mutating func settle(
        _ stored: inout StoredSend,
        from old: [Standing],
        _ moment: Reached.Moment
    ) throws -> Bool {
        let before = old.first
        let hasOtherCampaign = !stored.send.campaignAPIID.isSame(before?.campaign)
        if hasOtherCampaign {
            stored.campaign = try stored.send.campaignAPIID.map { try campaign($0) } ?? 0
        }
        if stored.send.status != before?.status || !stored.send.reason.isSame(before?.reason) {
            (stored.bounceClass, stored.code) = meanings.meaning(of: stored.send)
        }
        changed.append(stored.id)
        tally.touch(stored.id, seq: seq, seen: stored.send.firstSeen.milliseconds)
        try count(old, stored, moment)
        return hasOtherCampaign
            || !stored.send.dispatchID.isSame(before?.dispatchID)
            || !stored.send.externalSendID.isSame(before?.externalSendID)
    }

    /// Moves the counts from rows as they were to the row as it is.
    private mutating func count(_ old: [Standing], _ new: StoredSend, _ moment: Reached.Moment) throws {
        guard !isCounted else { return }
        tally.replace(old.flatMap(\.contributions), by: Contribution.all(of: new))
        try replace(old.flatMap(\.refusals), by: Refusal.all(of: new), of: new.id)
        let duplicates = new.send.duplicates - old.reduce(0) { $0 + $1.duplicates }
        if duplicates > 0 {
            let key = Contribution.Key(minute: moment.minute, campaign: new.campaign, status: moment.status)
            tally.minutes[key, default: Tally.Minute()].duplicates += duplicates
        }
    }

    /// Ties a request that the service calls already taken to the send that it holds, whichever is heard of first.
    private mutating func tie(_ entry: Entry, _ moment: Reached.Moment) throws {
        guard let external = entry.stored.send.externalSendID else { return }
        let id = entry.stored.id
        if entry.stored.send.dispatchID == nil {
            guard entry.stored.send.statuses.contains(.taken) else { return }
            // So that it is found when the send is heard of later.
            try flush()
            if let holder = try find(holderOf: external) {
                _ = try absorb(id, holder, moment)
            } else {
                hasWaiting = true
            }
        } else if hasWaiting, entry.keysChanged {
            for waiting in try find(waitingFor: external) where hasDispatch(waiting) == false {
                _ = try absorb(id, waiting, moment)
            }
        }
    }
}

extension String? {
    /// Whether both are the same bytes, or both absent.
    fileprivate func isSame(_ other: String?) -> Bool {
        switch (self, other) {
        case (let left?, let right?): left.hasSameBytes(as: right)
        case (nil, nil): true
        default: false
        }
    }
}
