import SendtopCore
import SendtopUI

/// Answers pages from stories, so that a test can play the monitor's loop without a database.
struct SampleLedger {
    private(set) var rows: [SendRow] = []
    private var events: [Int64: [Event]] = [:]
    private var nextID: Int64 = 1
    let now: Timestamp
    /// Classes whose reasons are new.
    var newClasses: Set<BounceClass> = []
    /// What the pages are seen through.
    var mask: Mask?

    init(_ stories: [Story] = [], now: Timestamp = .sample) throws {
        self.now = now
        for story in stories { try append(story) }
    }

    /// Takes a send with all its events in.
    mutating func append(_ story: Story) throws {
        try append(story.events(), bounceClass: story.bounceClass, code: story.code)
    }

    /// Takes the events of one send in, merged as the store merges them.
    mutating func append(_ events: [Event], bounceClass: BounceClass? = nil, code: String? = nil) throws {
        guard let first = events.first else { return }
        var send = Send(SendFacts(first))
        for event in events.dropFirst() { send.merge(SendFacts(event)) }
        rows.insert(SendRow(id: nextID, send: send, bounceClass: bounceClass, code: code), at: 0)
        self.events[nextID] = events
        nextID += 1
    }

    /// More events of a send that is there already.
    mutating func tell(_ more: [Event], of id: Int64) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        for event in more { rows[index].send.merge(SendFacts(event)) }
        events[id, default: []] += more
    }

    /// The answer to a request.
    func page(for request: PageRequest) -> Page {
        let order = request.order
        let matching = rows.map { mask?.row($0) ?? $0 }
            .filter { request.filter.matches($0, now: now, isMasked: mask != nil) }
            .sorted { order.precedes((order.value(of: $0), $0.id), (order.value(of: $1), $1.id)) }
        var start = 0
        if case .row(let id) = request.anchor {
            let index = matching.firstIndex { order == .arrival ? $0.id <= id : $0.id == id }
            start = max(0, (index ?? matching.count) - request.above)
        }
        let anchorIndex = request.anchor == .newest ? 0 : min(matching.count, start + request.above)
        let end = min(matching.count, anchorIndex + request.limit)
        return Page(
            rows: Array(matching[start..<end]),
            isFirst: start == 0,
            newer: request.since.map { since in matching.count { $0.id > since } } ?? 0,
            newest: rows.first?.id ?? 0,
            found: request.find.flatMap { id in rows.first { $0.send.requestID == id }?.id },
            matching: matching.count,
            total: rows.count,
            timeline: request.selected.flatMap { timeline(of: $0) }.map { mask?.timeline($0) ?? $0 },
            reasons: request.reasonsSpan == nil ? [] : reasons,
            figures: figures(minutes: Int(request.figuresSpan / 60_000))
        )
    }

    /// A send with its events, as it is.
    func timeline(of id: Int64) -> Timeline? {
        rows.first { $0.id == id }.map { Timeline(row: $0, events: events[id] ?? [], usual: usual) }
    }

    /// What other sends of the campaign took.
    private let usual: [SendStatus: Percentiles] = [
        .sent: Percentiles(p50: 300, p95: 400, p99: 900, longest: 1_200, count: 90),
        .processed: Percentiles(p50: 200, p95: 600, p99: 900, longest: 1_200, count: 90),
        .delivered: Percentiles(p50: 700, p95: 2_400, p99: 9_000, longest: 9_100, count: 90),
    ]

    /// The sends that an id names, two at most.
    func ids(named text: String) -> [Int64] {
        Array(rows.filter { $0.send.dispatchID?.hasPrefix(text) == true }.map(\.id).prefix(2))
    }

    /// The sends that are to be marked.
    func ids(for request: MarkRequest) -> [Int64] {
        rows.filter { (request.from...request.to).contains($0.id) && request.filter.matches($0, now: now) }.map(\.id)
    }

    private var reasons: [ReasonGroup] {
        let failed = rows.filter { [.bounced, .aborted].contains($0.send.status) }
        let groups = Dictionary(grouping: failed) { "\($0.bounceClass?.rawValue ?? "")\($0.send.status.rawValue)" }
        return groups.values.compactMap { rows in
            guard let row = rows.first, let oldest = rows.last else { return nil }
            return ReasonGroup(
                status: row.send.status,
                bounceClass: row.bounceClass,
                code: row.code,
                example: (mask?.row(row) ?? row).send.reason ?? "",
                count: rows.count,
                firstSeen: oldest.send.firstSeen,
                lastSeen: row.send.lastSeen,
                trend: (0..<15).map { $0 * rows.count % 13 },
                campaigns: Set(rows.compactMap(\.send.campaignAPIID)).sorted(),
                isNew: row.bounceClass.map(newClasses.contains) ?? false
            )
        }.sorted { ($1.count, $0.example) < ($0.count, $1.example) }
    }

    /// A span that ends with a rise of bounces.
    private func figures(minutes: Int) -> Figures {
        let start = Timestamp(milliseconds: (now.minute - Int64(minutes) + 1) * 60_000)
        guard !rows.isEmpty else { return Figures(start: start, minutes: minutes) }
        var figures = Figures(start: start, minutes: minutes)
        let delivered = (0..<minutes).map { 40 + $0 * 17 % 23 }
        let bounced = (0..<minutes).map { minute in
            minute < minutes - 15 ? (minute % 9 == 0 ? 1 : 0) : min(14, minute - minutes + 16)
        }
        let aborted = (0..<minutes).map { $0 % 7 == 3 ? 2 : 0 }
        figures.perMinute = [.delivered: delivered, .bounced: bounced, .aborted: aborted]
        figures.perMinute[.accepted] = delivered.map { $0 / 4 }
        figures.perMinute[.sent] = zip(delivered, bounced).map(+)
        figures.perMinute[.processed] = figures.perMinute[.sent]
        figures.reached = figures.perMinute.mapValues { $0.reduce(0, +) }
        let count = figures.reached[.sent] ?? 0
        figures.sentLatency = Percentiles(p50: 412, p95: 1_130, p99: 9_800, longest: 63_200, count: count)
        figures.processedLatency = Percentiles(p50: 480, p95: 930, p99: 1_900, longest: 4_100, count: count)
        figures.deliveredLatency = Percentiles(
            p50: 910,
            p95: 4_800,
            p99: 61_000,
            longest: 7_260_000,
            count: figures.reached[.delivered] ?? 0
        )
        figures.sentWithinMinute = 0.9998
        figures.duplicates = 12
        figures.lastPostbackAt = rows.map(\.send.lastSeen).max()
        return figures
    }
}

extension Timestamp {
    /// The moment that the tests call the present: 2026-03-14T14:03:27Z.
    static let sample = Timestamp(milliseconds: 1_773_497_007_000)
}
