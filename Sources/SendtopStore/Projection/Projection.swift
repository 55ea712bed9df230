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
        /// Whether the table has no row of it yet.
        var isNew: Bool
        /// Whether its row is to be written again.
        var isChanged = false
        var keysChanged = false
        /// The one that took it in.
        var successor: Entry?

        init(stored: StoredSend, isNew: Bool) {
            self.stored = stored
            self.isNew = isNew
        }

        var id: Int64 {
            stored.id
        }

        var hasDispatch: Bool {
            stored.send.dispatchID != nil
        }

        /// The send as it is now: this one, or the one that took it in.
        var latest: Entry {
            var entry = self
            while let next = entry.successor { entry = next }
            return entry
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
    /// Sends that the table has no row of yet, by rising ids.
    var new: [Entry] = []
    /// Sends whose rows are to be written again.
    var changed: [Entry] = []
    /// Sends of the table that are in memory; those that are new are found by their names alone.
    var loaded: [Int64: Entry] = [:]
    var dispatches: [ByteKey: Entry] = [:]
    var requests: [ByteKey: Entry] = [:]
    var campaigns: [ByteKey: Int64] = [:]
    var reasons: [Int64: [ByteKey: Int64]] = [:]
    /// Which send an event told something of.
    var links: [(send: Int64, seq: Int64)] = []
    var tally: Tally
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
        new.reserveCapacity(expected)
        dispatches.reserveCapacity(expected)
        hasWaiting = try Projection.hasWaiting(db)
        tally = Tally(from: try DerivedSchema.firstMinute(db))
        counted = try Int64.fetchOne(db, sql: "SELECT seq FROM cursor WHERE name = 'counted'") ?? 0
    }

    /// Takes an event in.
    mutating func take(_ event: Event) throws {
        seq = event.seq
        let facts = SendFacts(event)
        isCounted = event.seq <= counted
        if isCounted, try isLinked(facts) { return }
        guard event.kind.changesSend else { return try link(facts) }
        let status = facts.status.map(StatusCode.code) ?? StatusCode.other
        let moment = Reached.Moment(status: status, minute: event.at.minute)
        guard let entry = try entry(for: facts, moment) else { return }
        // A send is named for its first event, which needs no link.
        let isFirst = entry.id == seq
        if !isFirst { links.append((entry.id, seq)) }
        note(entry, keysChanged: try change(&entry.stored, by: facts, moment, isFirst: isFirst))
        try tie(entry, moment)
    }

    /// Ties an event to its send, if that is there, and changes nothing of it.
    private mutating func link(_ facts: SendFacts) throws {
        guard let entry = try find(facts) else { return }
        links.append((entry.id, seq))
    }

    /// The send that an event names, if that is there.
    private mutating func find(_ facts: SendFacts) throws -> Entry? {
        let dispatch = try facts.dispatchID.flatMap { try find(dispatch: $0) }
        return try dispatch ?? facts.requestID.flatMap { try find(request: $0) }
    }

    /// The send that an event speaks of: by its dispatch id, else by its request id, else a new one.
    ///
    /// An event that names both makes one send of two, unless the request's has another dispatch id: two dispatches
    /// are two sends.
    private mutating func entry(for facts: SendFacts, _ moment: Reached.Moment) throws -> Entry? {
        guard facts.dispatchID != nil || facts.requestID != nil else { return nil }
        let dispatch = try facts.dispatchID.flatMap { try find(dispatch: $0) }
        let request = try facts.requestID.flatMap { try find(request: $0) }
        let entry: Entry
        switch (dispatch, request) {
        case (let dispatch?, let request?) where dispatch !== request && !request.hasDispatch:
            entry = try absorb(dispatch, request, moment)
        case (let dispatch?, _):
            entry = dispatch
        case (nil, let request?) where facts.dispatchID == nil || !request.hasDispatch:
            entry = request
        default:
            entry = create(facts)
        }
        if let name = facts.dispatchID, dispatch !== entry { dispatches[ByteKey(name)] = entry }
        if let name = facts.requestID, request == nil { try remember(request: name, entry) }
        return entry
    }

    /// Whether a send that stayed when the tables were made anew has the event.
    private mutating func isLinked(_ facts: SendFacts) throws -> Bool {
        guard let entry = try find(facts) else { return false }
        if entry.id == seq { return true }
        return try statements.findLink.integer {
            $0.bind(entry.id)
            $0.bind(seq)
        } != nil
    }

    private mutating func create(_ facts: SendFacts) -> Entry {
        let entry = Entry(stored: StoredSend(id: seq, send: Send(seenAt: facts.seenAt)), isNew: true)
        new.append(entry)
        tally.blocks[Tally.block(of: seq), default: 0] += 1
        return entry
    }

    /// Notes that a send is to be written.
    private mutating func note(_ entry: Entry, keysChanged: Bool) {
        if keysChanged { entry.keysChanged = true }
        guard !entry.isNew, !entry.isChanged else { return }
        entry.isChanged = true
        changed.append(entry)
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

    /// Makes one send of two, under the lower id.
    private mutating func absorb(_ first: Entry, _ second: Entry, _ moment: Reached.Moment) throws -> Entry {
        let (kept, gone) = first.id < second.id ? (first, second) : (second, first)
        let old = [Standing(kept.stored), Standing(gone.stored)]
        kept.stored.send.merge(gone.stored.send)
        kept.stored.reached.merge(gone.stored.reached)
        note(kept, keysChanged: try settle(&kept.stored, from: old, moment))
        loaded[gone.id] = nil
        if gone.isNew { new.removeAll { $0 === gone } }
        gone.successor = kept
        // It may have been found by its external id alone, and then its row is gone before the other's is written.
        if let name = gone.stored.send.dispatchID { dispatches[ByteKey(name)] = kept }
        for place in links.indices where links[place].send == gone.id { links[place].send = kept.id }
        tally.blocks[Tally.block(of: gone.id), default: 0] -= 1
        tally.touch(gone.id, seq: seq, seen: nil)
        try move(gone.id, to: kept.id)
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
        if before == nil || stored.send.status != before?.status || !stored.send.reason.isSame(before?.reason) {
            (stored.bounceClass, stored.code) = meanings.meaning(of: stored.send)
        }
        tally.touch(stored.id, seq: seq, seen: stored.send.firstSeen.milliseconds)
        try count(old, stored, moment)
        return hasOtherCampaign
            || !stored.send.dispatchID.isSame(before?.dispatchID)
            || !stored.send.externalSendID.isSame(before?.externalSendID)
    }

    /// Moves the counts from rows as they were to the row as it is.
    private mutating func count(_ old: [Standing], _ new: StoredSend, _ moment: Reached.Moment) throws {
        guard !isCounted else { return }
        if old.isEmpty {
            for reached in new.reached.moments { tally.add(Contribution(reached, of: new), 1) }
        } else {
            tally.replace(old.flatMap(\.contributions), by: Contribution.all(of: new))
        }
        try replace(old.flatMap(\.refusals), by: Refusal.all(of: new), of: new.id)
        let duplicates = new.send.duplicates - old.reduce(0) { $0 + $1.duplicates }
        if duplicates > 0 {
            let key = Contribution.Key(minute: moment.minute, campaign: new.campaign, status: moment.status)
            tally.add(duplicates: duplicates, to: key)
        }
    }

    /// Ties a request that the service calls already taken to the send that it holds, whichever is heard of first.
    private mutating func tie(_ entry: Entry, _ moment: Reached.Moment) throws {
        guard let external = entry.stored.send.externalSendID else { return }
        if !entry.hasDispatch {
            guard entry.stored.send.statuses.contains(.taken) else { return }
            // So that it is found when the send is heard of later.
            for created in new { loaded[created.id] = created }
            try flush()
            if let holder = try find(holderOf: external) {
                _ = try absorb(entry, holder, moment)
            } else {
                hasWaiting = true
            }
        } else if hasWaiting, entry.keysChanged {
            for waiting in try find(waitingFor: external) where !waiting.hasDispatch {
                _ = try absorb(entry.latest, waiting, moment)
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
