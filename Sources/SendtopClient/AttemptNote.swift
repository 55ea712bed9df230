import SendtopCore

/// Turns an attempt into the ledger's event of it.
struct AttemptNote {
    let request: SendRequest
    let requestID: String
    let url: String
    /// From 1.
    let attempt: Int

    /// The event, with all that went out but the key, and all that came back.
    func event(
        of result: Exchange.Result,
        _ outcome: SendOutcome,
        from endpoint: String,
        at moment: Timestamp
    ) -> Event {
        var record = SendRecord(
            url: url,
            campaignAPIID: request.campaignAPIID,
            recipient: request.recipient.name,
            externalSendID: request.externalSendID,
            attempt: attempt,
            request: request.body
        )
        if case .answer(let answer) = result {
            record.answer = SendRecord.Answer(
                status: answer.status,
                requestID: answer.requestID,
                body: answer.body
            )
        }
        record.reason = outcome.error?.description
        return Event(
            at: moment,
            kind: outcome.kind,
            dispatchID: outcome.dispatchID,
            requestID: requestID,
            status: outcome.kind.rawValue,
            source: endpoint,
            body: record.bytes
        )
    }
}

extension SendOutcome {
    fileprivate var kind: Event.Kind {
        switch self {
        case .accepted: .accepted
        case .taken: .taken
        case .rejected: .rejected
        case .failed: .failed
        }
    }

    fileprivate var dispatchID: String? {
        if case .accepted(let acceptance) = self { acceptance.dispatchID } else { nil }
    }
}
