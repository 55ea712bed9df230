import SendtopCore

/// One moment in a send's life: a step that postbacks name, or an event without a step's time.
struct TimelineEntry: Sendable, Hashable {
    /// By the service's clock for steps, by ours for what has no time of its own.
    var at: Timestamp
    var word: String
    var role: Role
    /// Whether the send's story ends here.
    var isEnd = false
    /// Milliseconds from the first step; `nil` for the first itself.
    var offset: Int64?
    /// Milliseconds from the step before, and how long 95 of 100 sends of the campaign take for it.
    var took: Int64?
    var usual: Int64?
    var detail: String?
    /// Milliseconds from the step to its postback.
    var lag: Int64?
    /// Whether the detail says that something cannot be.
    var isSuspicious = false
    var reason: String?

    /// All moments of a send, the earliest first; those of one moment in the order of the steps and of arrival.
    static func entries(of timeline: Timeline) -> [TimelineEntry] {
        let facts = timeline.events.map(SendFacts.init)
        let send = timeline.row.send
        var entries = steps(of: send, facts, usual: timeline.usual)
        var seen: Set<UInt64> = []
        for (event, fact) in zip(timeline.events, facts) {
            if let fingerprint = fact.fingerprint, !seen.insert(fingerprint).inserted {
                entries.append(duplicate(event, fact))
            } else if let entry = other(event, fact, send) {
                entries.append(entry)
            }
        }
        let start = send.times[.received] ?? entries.map(\.at).min()
        let sorted = entries.enumerated().sorted { left, right in
            (left.element.at, left.offset) < (right.element.at, right.offset)
        }
        return sorted.enumerated().map { index, item in
            var entry = item.element
            if let start, index > 0 || entry.at != start { entry.offset = entry.at.milliseconds(since: start) }
            return entry
        }
    }

    /// Sends of a campaign below which nothing is usual.
    private static let fewSends = 10

    /// What is odd about the send as a whole, in words.
    static func notes(on timeline: Timeline) -> [String] {
        let send = timeline.row.send
        var notes = impossibleOrder(send.times)
        if send.isContradictory {
            let ends = [SendStatus.delivered, .aborted, .bounced].filter(send.statuses.contains).map(\.rawValue)
            let last = ends.last.map { ends.count > 1 ? " and \($0)" : $0 } ?? ""
            let said = ends.dropLast().joined(separator: ", ") + last
            notes.append("Postbacks contradict each other: they say \(said).")
        }
        if send.duplicates > 0 {
            let isOne = send.duplicates == 1
            notes.append(
                isOne ? "One postback came twice." : "\(send.duplicates.grouped) postbacks were repeats of others."
            )
        }
        if timeline.events.count >= Timeline.limit {
            notes.append("There are more events; these are the newest \(Timeline.limit).")
        }
        return notes
    }

    private static func steps(
        of send: Send,
        _ facts: [SendFacts],
        usual: [SendStatus: Percentiles]
    ) -> [TimelineEntry] {
        let silent = Step.allCases.filter { $0.status == nil && send.times[$0] != nil }
        let isOneMoment = Set(silent.map { send.times[$0] }).count == 1
        return Step.allCases.compactMap { step in
            guard let at = send.times[step] else { return nil }
            let status = step.status
            // The steps that no postback of their own names mostly share one moment, and then one line.
            if status == nil, isOneMoment {
                guard step == silent.first else { return nil }
                let others = silent.dropFirst().map { "\($0)" }
                var entry = TimelineEntry(at: at, word: "\(step)", role: .text)
                if !others.isEmpty { entry.detail = "and \(others.joined(separator: ", "))" }
                return entry
            }
            var entry = TimelineEntry(at: at, word: "\(step)", role: status?.role ?? .text)
            entry.isEnd = status?.isFinal ?? false
            entry.took = step.before.flatMap { send.times[$0] }.map { at.milliseconds(since: $0) }
            entry.usual = status.flatMap { usual[$0] }.flatMap { $0.count >= fewSends ? $0.p95 : nil }
            let source = facts.first { $0.fingerprint != nil && $0.status == status && $0.times[step] == at }
            guard status != nil, let source else { return entry }
            if source.seenAt < at {
                let lead = Milliseconds.exact(at.milliseconds(since: source.seenAt))
                entry.detail = "came \(lead) before: clocks differ"
                entry.isSuspicious = true
            } else {
                entry.detail = "came \(source.seenAt.clock(seenFrom: at, short: false))"
                entry.lag = source.seenAt.milliseconds(since: at)
            }
            entry.reason = entry.isEnd ? source.reason?.text : nil
            return entry
        }
    }

    private static func duplicate(_ event: Event, _ fact: SendFacts) -> TimelineEntry {
        let status = fact.status?.rawValue ?? "postback"
        var entry = TimelineEntry(at: event.at, word: "duplicate", role: .dim)
        entry.detail = "\(status) again, byte for byte"
        return entry
    }

    /// The entry of an event that is no step: our own deeds, unknown statuses, and steps said with another time.
    private static func other(_ event: Event, _ fact: SendFacts, _ send: Send) -> TimelineEntry? {
        let status = fact.status
        if event.kind == .peeked {
            var entry = TimelineEntry(at: event.at, word: event.kind.rawValue, role: .dim)
            entry.detail = "seen unmasked by \(event.source ?? "somebody")"
            return entry
        }
        guard event.kind == .postback else {
            var entry = TimelineEntry(at: event.at, word: event.kind.rawValue, role: status?.role ?? .text)
            entry.detail = deed(event)
            entry.reason = fact.reason?.text
            return entry
        }
        guard let status, let step = Step.allCases.first(where: { $0.status == status }) else {
            var entry = TimelineEntry(at: event.at, word: fact.status?.rawValue ?? "postback", role: .unknown)
            entry.detail = fact.status == nil ? "names no status" : "a status that sendtop does not know"
            return entry
        }
        if let at = fact.times[step], at == send.times[step] { return nil }
        var entry = TimelineEntry(at: fact.times[step] ?? event.at, word: status.rawValue, role: status.role)
        entry.detail = fact.times[step] == nil ? "came without a time" : "again, with another time"
        entry.isSuspicious = true
        entry.reason = fact.reason?.text
        return entry
    }

    private static func deed(_ event: Event) -> String {
        guard let record = SendRecord(bytes: event.body) else { return "by sendtop" }
        let attempt = record.attempt > 1 ? ", attempt \(record.attempt)" : ""
        return record.answer.map { "our request: HTTP \($0.status)\(attempt)" } ?? "our request\(attempt)"
    }

    /// Steps that are said to come before what they follow.
    private static func impossibleOrder(_ times: StepTimes) -> [String] {
        var notes: [String] = []
        var latest: (step: Step, at: Timestamp)?
        for step in Step.allCases {
            guard let at = times[step] else { continue }
            if let before = latest, at < before.at {
                let span = Milliseconds.exact(before.at.milliseconds(since: at))
                notes.append("\(step) is \(span) before \(before.step): the times cannot be right.")
            }
            let isEnd = step.status?.isFinal ?? false
            if !isEnd, latest.map({ at >= $0.at }) ?? true { latest = (step, at) }
        }
        return notes
    }
}

extension TimelineEntry {
    /// Whether the step took longer than in 95 of 100 sends of the campaign.
    var isSlow: Bool {
        guard let took, let usual else { return false }
        return took > usual
    }
}

extension Step {
    /// The step from which a postback's step is measured.
    fileprivate var before: Step? {
        switch self {
        case .received, .enqueued, .executed: nil
        case .sent: .received
        case .processed: .sent
        case .delivered: .processed
        case .bounced, .aborted: nil
        }
    }

    /// The status whose postback names the step; the first three come with `sent`.
    fileprivate var status: SendStatus? {
        switch self {
        case .received, .enqueued, .executed: nil
        case .sent: .sent
        case .processed: .processed
        case .delivered: .delivered
        case .bounced: .bounced
        case .aborted: .aborted
        }
    }
}
