public import SendtopCore

/// Events as sentences, one a line: what `--plain` prints instead of a screen.
public enum PlainLine {
    /// One line for an event, cleaned, without a line break at its end.
    ///
    /// Such as `2020-08-31T18:58:43.000Z bounced acf471119f7449d579e8089032003ded, order-confirmation: 550 5.1.1 …`:
    /// when it was taken in, the status, the send, the campaign's name or identifier, the person where our own request
    /// named one, and the reason.
    /// - Parameters:
    ///   - event: any event of the ledger.
    ///   - campaigns: the campaigns that have names.
    ///   - glyphs: `.ascii` for output that cannot take anything else.
    public static func line(
        for event: Event,
        campaigns: [MonitorSettings.Campaign] = [],
        glyphs: Glyphs = .unicode
    ) -> String {
        let facts = SendFacts(event)
        guard event.kind.changesSend else {
            let id = facts.dispatchID ?? facts.requestID ?? "a send"
            let text = "\(event.at.iso8601) \(event.kind.rawValue) \(id), by \(event.source ?? "somebody")"
            return TextGate.line(text, repertoire: glyphs.repertoire)
        }
        let status = facts.status?.rawValue ?? "\(event.kind.rawValue) without a status"
        var line = "\(event.at.iso8601) \(status)"
        if let id = facts.dispatchID ?? facts.requestID { line += " \(id)" }
        if let campaign = facts.campaignAPIID {
            line += ", \(campaigns.first { $0.id == campaign }?.name ?? campaign)"
        }
        if let recipient = facts.recipient { line += ", to \(recipient)" }
        if let external = facts.externalSendID { line += ", external id \(external)" }
        if let reason = facts.reason?.text { line += ": \(reason)" }
        return TextGate.line(line, repertoire: glyphs.repertoire)
    }
}
