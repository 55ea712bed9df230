import SendtopCore

/// The life of one send in words, line by line.
enum TimelineText {
    /// The lines for a pane of a width; none while nothing is chosen.
    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        guard let timeline = state.shownTimeline else { return [] }
        let glyphs = state.settings.glyphs
        let send = timeline.row.send
        // First what it comes down to: where it stands, and why.
        var lines = [head(send, state.settings)]
        lines += wrapped(send.reason, width: width, glyphs, indent: 3)
        if state.layers.contains(.timeline) {
            let identifiers = identifiers(send).map { [Run(" \($0.name.padded(to: 18))", .dim), Run($0.value)] }
            lines += [[]] + identifiers + [[]]
        }
        let entries = TimelineEntry.entries(of: timeline)
        // On narrow screens words go before pictures.
        let longest = width >= 76 ? entries.compactMap(\.offset).max() : nil
        var day = state.now.day
        for entry in entries {
            // A bounce of the day before yesterday must not read as one of now.
            if entry.at.day != day { lines.append([Run(" \(entry.at.day)", .dim)]) }
            day = entry.at.day
            lines.append(line(entry, longest: longest, hasUsual: !timeline.usual.isEmpty, glyphs))
            if entry.reason != send.reason { lines += wrapped(entry.reason, width: width, glyphs) }
        }
        for note in TimelineEntry.notes(on: timeline) {
            lines += wrapped(note, width: width, glyphs, role: .warning, indent: 1)
        }
        return lines
    }

    private static func head(_ send: Send, _ settings: MonitorSettings) -> [Run] {
        var runs = [Run(" \(send.shape(settings.glyphs)) \(send.status.rawValue)", Style(send.status.role, bold: true))]
        if let campaign = send.campaignAPIID { runs.append(Run("  \(settings.campaignName(campaign))")) }
        if let recipient = send.recipient { runs += [Run("  to ", .dim), Run(recipient)] }
        return runs
    }

    /// The names that the send has with the service and with us.
    static func identifiers(_ send: Send) -> [(name: String, value: String)] {
        let parts: [(String, String?)] = [
            ("dispatch id", send.dispatchID),
            ("external send id", send.externalSendID),
            ("campaign id", send.campaignAPIID),
            ("request id", send.requestID),
        ]
        return parts.compactMap { name, value in value.map { (name, $0) } }
    }

    /// `18:58:43.000 bounced    +2.000s    ████████▌    1.0s of usual 1.1s   came 18:58:43.310 +0.310s`
    private static func line(_ entry: TimelineEntry, longest: Int64?, hasUsual: Bool, _ glyphs: Glyphs) -> [Run] {
        var runs = [
            Run(" \(entry.at.clock) "),
            Run(entry.word.shortened(to: 10, glyphs).padded(to: 10) + " ", Style(entry.role, bold: entry.isEnd)),
        ]
        let offset = entry.offset.map { $0 < 0 ? "skew" : "+" + Milliseconds.exact($0) } ?? ""
        runs.append(Run(offset.padded(to: 10) + " ", (entry.offset ?? 0) < 0 ? .warning : .text))
        if let longest {
            let bar = TimelineBar.text(entry.offset ?? 0, of: longest, glyphs: glyphs)
            runs.append(Run(bar.padded(to: TimelineBar.width + 1), entry.role))
        }
        if let took = entry.took, let usual = entry.usual, longest != nil || entry.isSlow {
            let text = "\(Milliseconds.short(took)) of usual \(Milliseconds.short(usual))"
            runs.append(Run(text.padded(to: 20) + " ", entry.isSlow ? .warning : .dim))
        } else if longest != nil, hasUsual, entry.lag != nil {
            runs.append(Run(String(repeating: " ", count: 21)))
        }
        if let detail = entry.detail {
            let lag = longest == nil ? nil : entry.lag.map { " +\(Milliseconds.exact($0))" }
            runs.append(Run(detail + (lag ?? ""), entry.isSuspicious ? .warning : .dim))
        }
        return runs
    }

    private static func wrapped(
        _ text: String?,
        width: Int,
        _ glyphs: Glyphs,
        role: Role = .text,
        indent: Int = 14
    ) -> [[Run]] {
        guard let text else { return [] }
        let indent = width < 50 ? min(indent, 3) : indent
        return TextWrap.lines(text, width: width - indent - 1, repertoire: glyphs.repertoire).map { line in
            [Run(String(repeating: " ", count: indent))]
                + line.map { Run($0.text, Style($0.isSubstitute ? .substitute : role)) }
        }
    }
}

extension String {
    /// The text with blanks behind it, up to a number of characters.
    func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
