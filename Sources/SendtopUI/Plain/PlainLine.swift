public import SendtopCore

/// Events as sentences, one a line: what `--plain` prints instead of a screen.
public struct PlainLine: Sendable {
    private let fields: [PlainField]
    private let campaigns: [String: String]
    private let glyphs: Glyphs

    /// - Parameters:
    ///   - fields: what a line says, in this order.
    ///   - campaigns: the campaigns that have names.
    ///   - glyphs: `.ascii` for output that cannot take anything else.
    public init(
        fields: [PlainField] = PlainField.standard,
        campaigns: [MonitorSettings.Campaign] = [],
        glyphs: Glyphs = .unicode
    ) {
        self.fields = fields
        self.campaigns = Dictionary(campaigns.map { ($0.id, $0.name) }) { first, _ in first }
        self.glyphs = glyphs
    }

    /// One line for an event, cleaned, without a line break at its end.
    ///
    /// Such as `2020-08-31T18:58:43.000Z bounced acf471119f7449d579e8089032003ded, order-confirmation: 550 5.1.1 …`:
    /// when it was taken in, the status, the send, the campaign's name or identifier, the person where our own request
    /// named one, and the reason. What an event does not say is left out.
    ///
    /// - Parameter isRepeat: whether one before it said the same, which is said of it.
    public func text(_ event: Event, isRepeat: Bool = false) -> String {
        let facts = SendFacts(event)
        var line = ""
        // What is no part of a send's life says who did it.
        let fields = event.kind.changesSend || fields.contains(.source) ? fields : fields + [.source]
        for field in fields {
            guard let text = text(field, event, facts) else { continue }
            line += (line.isEmpty ? "" : separator(before: field)) + text
        }
        return TextGate.line(line + (isRepeat ? " (a duplicate)" : ""), repertoire: glyphs.repertoire)
    }

    private func separator(before field: PlainField) -> String {
        switch field {
        case .time, .status, .send: " "
        case .reason: ": "
        default: ", "
        }
    }

    private func text(_ field: PlainField, _ event: Event, _ facts: SendFacts) -> String? {
        switch field {
        case .time: event.at.iso8601
        case .status: status(event, facts)
        case .send: facts.dispatchID ?? facts.requestID
        case .campaign: facts.campaignAPIID.map { campaigns[$0] ?? $0 }
        case .to: facts.recipient.map { "to \($0)" }
        case .externalID: facts.externalSendID.map { "external id \($0)" }
        case .reason: facts.reason?.text
        case .bounceClass: verdict(facts).map { "class \($0.bounceClass.rawValue)" }
        case .code: verdict(facts)?.code.map { "code \($0)" }
        case .source: event.source.map { event.kind == .postback ? "from \($0)" : "by \($0)" }
        }
    }

    private func verdict(_ facts: SendFacts) -> BounceVerdict? {
        guard let reason = facts.reason?.text else { return nil }
        return facts.status == .aborted
            ? BounceClassifier.verdict(onAbort: reason)
            : facts.status == .bounced ? BounceClassifier.verdict(on: reason) : nil
    }

    private func status(_ event: Event, _ facts: SendFacts) -> String {
        guard event.kind.changesSend else { return event.kind.rawValue }
        return facts.status?.rawValue ?? "\(event.kind.rawValue) without a status"
    }
}
