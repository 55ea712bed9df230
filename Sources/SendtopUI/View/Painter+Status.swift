import SendtopCore

extension Painter {
    /// The first line: where one is, whether it is live, how much there is, and the time.
    mutating func paintStatus() {
        let settings = state.settings
        var left = [Segment([Run("sendtop", Style(.title, bold: true))], priority: 2, gap: 1)]
        if settings.isDemo {
            left.append(Segment([Run(" DEMO ", Style(.warning, bold: true, reversed: true))], priority: 0))
        }
        if settings.isReadOnly { left.append(Segment("READ-ONLY", .warning, priority: 3)) }
        if state.peek != nil {
            left.append(Segment([Run(" UNMASKED ", Style(.error, bold: true, reversed: true))], priority: 0))
        } else if settings.isMasked {
            left.append(Segment("MASKED", .dim, priority: 3))
        }
        if state.intake.other != nil { left.append(Segment("LOOKING", .dim, priority: 3)) }
        left.append(Segment(settings.profile, priority: 3))
        for place in state.trail {
            left.append(Segment([Run("\(glyphs.crumb) ", .dim), Run(place)], priority: 5, gap: 1))
        }

        var right: [Segment] = []
        // The line that says why may have no place.
        let isDown = state.intake.problem != nil
        if isDown { right.append(Segment([Run(" DOWN ", Style(.error, bold: true, reversed: true))], priority: 0)) }
        if state.viewport.isFollowing {
            if !isDown { right.append(Segment([Run("LIVE", Style(.good, bold: true))], priority: 0)) }
        } else {
            right.append(Segment([Run("PAUSED", Style(.warning, bold: true))], priority: 0))
            if state.header.newer > 0 {
                let text = "\(glyphs.up) \(state.header.newer.grouped) new"
                right.append(Segment(text, .warning, priority: 4, gap: 1))
            }
        }
        if let rate = state.header.sendRate {
            right.append(Segment("\(Painter.rate(rate)) sends/s", priority: 6, gap: 3))
        }
        right.append(Segment(state.header.total.sends, priority: 7, gap: 3))
        right.append(Segment(clock, priority: 1, gap: 3))
        write(left: left, right: right, in: layout.status)
    }

    /// The time of day. It has no seconds while little comes, nor where every cell is painted and a change of it costs
    /// some fifty bytes, so that an idle screen costs less than ten bytes a second.
    private var clock: String {
        let isShort = theme?.background.isPainted == true || !state.isBusy || state.beat != .second
        // As wide without seconds as with them, so that what stands beside it stays where it is.
        return isShort ? "   \(now.clock.prefix(5))Z" : "\(now.shortClock)Z"
    }

    /// The second line: how postbacks come in, and how fast sends go out.
    mutating func paintIntake() {
        guard let area = layout.intake else { return }
        let header = state.header
        var left = [Segment("in", .dim, priority: 0, gap: 1)]
        left += intakeState(header.intake)
        if let last = header.intake.lastAt ?? header.figures.lastPostbackAt {
            let clock = last.clock(seenFrom: now, short: true)
            left.append(Segment([Run("last ", .dim), Run("\(clock)Z")], priority: 2))
        } else {
            left.append(Segment("nothing yet", .dim, priority: 2))
        }
        if header.intake.url != nil, let rate = header.intakeRate {
            left.append(Segment("\(Painter.rate(rate))/s", priority: 4))
        }
        left += counts(header)
        var right: [Segment] = []
        if let latency = header.figures.sentLatency {
            right.append(
                Segment(
                    [Run("\(header.spanLabel(state.span)) sent ", .dim)] + figure("p50", latency.p50),
                    priority: 7,
                    gap: 3
                )
            )
            right.append(Segment(figure("p95", latency.p95), priority: 8))
            right.append(Segment(figure("p99", latency.p99), priority: 8))
        }
        write(left: left, right: right, in: area)
    }

    private func intakeState(_ intake: IntakeStatus) -> [Segment] {
        if let problem = intake.problem {
            return [Segment([Run("DOWN ", Style(.error, bold: true)), Run(problem, .error)], priority: 0, gap: 1)]
        }
        switch intake.other {
        case .process(let id)?:
            let text = "looking; taken in by \(id.map { "pid \($0)" } ?? "another process")"
            return [Segment(text, .dim, priority: 0, gap: 1)]
        case .nobody?:
            return [Segment("looking; nobody takes postbacks in", .warning, priority: 0, gap: 1)]
        case nil: break
        }
        guard let url = intake.url else {
            return [Segment("no listener in this process", .dim, priority: 3, gap: 1)]
        }
        let address = url.replacing("http://", with: "", maxReplacements: 1)
        return [Segment("ok", .good, priority: 0, gap: 1), Segment(address, priority: 3, gap: 1)]
    }

    private func counts(_ header: Header) -> [Segment] {
        func count(_ name: String, _ value: Int, _ role: Role, priority: Int) -> Segment {
            Segment([Run("\(name) ", .dim), Run(value.grouped, value > 0 ? role : .text)], priority: priority)
        }
        var segments: [Segment] = []
        if header.intake.url != nil {
            segments.append(count("refused", header.intake.refused, .warning, priority: 5))
            if header.intake.failed > 0 {
                segments.append(count("not stored", header.intake.failed, .error, priority: 1))
            }
        }
        var duplicates = count("duplicates", header.figures.duplicates, .text, priority: 6)
        duplicates.runs.append(Run(" in \(header.spanLabel(state.span))", .dim))
        segments.append(duplicates)
        if header.backlog >= Painter.shownBacklog {
            segments.append(count("behind", header.backlog, .warning, priority: 1))
        }
        return segments
    }

    /// Events that the derived tables trail by, from which it is said; they always trail by some for a moment.
    private static let shownBacklog = 500

    private func figure(_ name: String, _ span: Int64) -> [Run] {
        [Run("\(name) ", .dim), Run(Milliseconds.short(span))]
    }

    /// A rate with one digit after the point where that says something; at least three columns wide, so that what
    /// follows stays where it is when a quiet line wakes.
    static func rate(_ value: Double) -> String {
        guard value.isFinite, value < 1e12 else { return "?" }
        let tenths = Int((value * 10).rounded())
        let text =
            tenths == 0 ? "0" : tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : Int(value.rounded()).grouped
        return String(repeating: " ", count: max(0, 3 - text.count)) + text
    }
}
