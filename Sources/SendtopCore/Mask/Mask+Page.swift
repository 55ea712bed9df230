extension Mask {
    /// A send without its person.
    public func row(_ row: SendRow) -> SendRow {
        self.row(row, of: person(row.send.recipient))
    }

    private func row(_ row: SendRow, of person: Person) -> SendRow {
        func masked(_ reason: Reason?) -> Reason? {
            reason.map { Reason(text: text($0.text, of: person), at: $0.at) }
        }
        var row = row
        row.send.recipient = row.send.recipient.map(pseudonym)
        row.send.externalSendID = row.send.externalSendID.map { text($0, of: person) }
        row.send.bounceReason = masked(row.send.bounceReason)
        row.send.abortReason = masked(row.send.abortReason)
        row.send.requestReason = masked(row.send.requestReason)
        return row
    }

    /// A send with all that was said of it, without its person.
    public func timeline(_ timeline: Timeline) -> Timeline {
        let person = person(timeline.row.send.recipient, values: values(in: timeline.events))
        return Timeline(
            row: row(timeline.row, of: person),
            events: timeline.events.map { event($0, of: person) },
            usual: timeline.usual
        )
    }

    /// An event without its person.
    public func event(_ event: Event, of person: Person) -> Event {
        var event = event
        event.body = json(event.body, of: person)
        event.headers = event.headers.map { Event.Header(name: $0.name, value: text($0.value, of: person)) }
        event.source = event.source.map { text($0, of: person) }
        return event
    }

    /// A mail without its person.
    public func message(_ message: RenderedMessage, of person: Person) -> RenderedMessage {
        let to = text(message.to, of: person)
        return RenderedMessage(
            to: to == message.to && !to.isEmpty ? Mask.redacted : to,
            subject: text(message.subject, of: person),
            html: text(message.html, of: person),
            text: text(message.text, of: person)
        )
    }

    /// A reason of which nobody knows any more whom it was given about: each word with a digit that is no code is
    /// masked as well.
    public func reason(_ reason: String) -> String {
        text(reason).split(separator: " ", omittingEmptySubsequences: false).map { word in
            let parts = word.split { "-:;,()<>[]".contains($0) }
            let isPlain = parts.allSatisfy { part in
                !part.contains { $0.isNumber } || EnhancedCode(String(part)) != nil
                    || Int(part).flatMap(ReplyCode.init) != nil || Mask.isMasked(String(part))
            }
            return isPlain ? String(word) : Mask.redacted
        }.joined(separator: " ")
    }
}
