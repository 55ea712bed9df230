import SendtopCore

/// What a bounce or abort reason means, whether the address is dead, who must act, and how that is known.
enum ExplanationText {
    /// Lines of a reply at most.
    private static let longestReply = 10

    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        guard let explained = state.explained else { return [] }
        let text = Paragraphs(width: width, glyphs: state.settings.glyphs)
        switch explained {
        case .reason(let reason, let status): return about(reason, status, text)
        case .group(let group): return about(group.example, group.status, text) + [[]] + figures(of: group, state, text)
        }
    }

    private static func about(_ reason: String, _ status: SendStatus, _ text: Paragraphs) -> [[Run]] {
        let isAbort = status == .aborted
        let verdict = isAbort ? BounceClassifier.verdict(onAbort: reason) : BounceClassifier.verdict(on: reason)
        let reply = text.lines(reason, role: status.role)
        var lines = Array(reply.prefix(longestReply))
        // What it means must not stand below pages of it.
        if reply.count > longestReply { lines.append([Run(" \(text.glyphs.ellipsis)", .dim)]) }
        lines.append([])
        lines += text.field("class", "\(verdict.bounceClass.rawValue), of the group \(verdict.group.rawValue)")
        lines += text.field("address", permanence(of: verdict, isAbort: isAbort), role: verdict.isHard ? .error : .text)
        for (name, meaning) in codes(of: verdict) { lines += text.field(name, meaning) }
        lines += text.field("to act", "\(verdict.actor.rawValue.replacing("-", with: " ")): \(verdict.actor.advice)")
        return lines + text.field("decided by", "the rule \(verdict.rule)", role: .dim)
    }

    private static func permanence(of verdict: BounceVerdict, isAbort: Bool) -> String {
        if verdict.isHard { return "Permanently dead: no mail to it will ever arrive." }
        return isAbort ? "Nothing was sent to it." : "Not known to be dead: another try may fare better."
    }

    private static func codes(of verdict: BounceVerdict) -> [(String, String)] {
        guard let code = verdict.code else { return [] }
        if let enhanced = EnhancedCode(code) { return [("code \(code)", enhanced.meaning)] }
        return Int(code).flatMap(ReplyCode.init).map { [("code \(code)", $0.meaning)] } ?? []
    }

    private static func figures(of group: ReasonGroup, _ state: MonitorState, _ text: Paragraphs) -> [[Run]] {
        let span = MonitorState.reasonsSpan / 60_000
        var lines = text.field("sends", "\(group.count.grouped) in \(span) min")
        lines += text.field("first seen", "\(group.firstSeen.iso8601.prefix(16))Z")
        lines += text.field("last seen", "\(group.lastSeen.iso8601.prefix(16))Z")
        let campaigns = group.campaigns.map(state.settings.campaignName)
        if !campaigns.isEmpty { lines += text.field("campaigns", campaigns.joined(separator: ", ")) }
        return lines
    }
}
