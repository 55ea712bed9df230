import SendtopClient
import SendtopCore

/// What became of `sendtop send`, for a person or a program.
struct SendingReport {
    let requestID: String
    let outcome: SendOutcome
    let format: ReportFormat
    /// What was asked to be waited for.
    var expected: SendStatus?
    /// The send when the waiting ended.
    var send: SendRow?
    /// Why the ledger has not all of the send, in one sentence.
    var trouble: String?

    init(requestID: String, outcome: SendOutcome, format: ReportFormat) {
        self.requestID = requestID
        self.outcome = outcome
        self.format = format
    }

    /// Tells a person what the service answered, before the send is followed; a program gets everything at the end.
    ///
    /// - Throws: `CommandFailure` when it cannot be printed.
    func printAnswer() throws {
        guard format == .text, outcome.isOnItsWay else { return }
        try put(TextGate.line(outcome.sentence))
    }

    /// Prints what became of the send; what the ledger has against it goes to standard error.
    ///
    /// - Throws: `CommandFailure` with exit code 1 when the thing asked for did not happen.
    func printEnd(within span: TimeSpan) throws {
        let failure = failure(within: span)
        switch format {
        case .text:
            if failure == nil, expected != nil, let send = send?.send {
                try put(TextGate.line(SendingReport.sentence(send)))
            }
        case .json:
            try put(json(failure).text(escaping: .terminalSafe))
        }
        if let failure { throw CommandFailure(.notDone, failure) }
        if let trouble { Console.printError("sendtop: \(trouble)") }
    }

    /// Prints a line; where that fails, the failure says what the service answered, so that nobody sends it again
    /// unawares.
    private func put(_ line: String) throws(CommandFailure) {
        do {
            try Console.printData(line + "\n")
        } catch {
            throw CommandFailure(error.code, "\(outcome.sentence) \(error.sentence)")
        }
    }

    /// Why the thing asked for did not happen.
    private func failure(within span: TimeSpan) -> String? {
        guard outcome.isOnItsWay else { return [trouble, outcome.sentence].compactMap(\.self).joined(separator: " ") }
        guard let expected else { return nil }
        if let trouble { return "\(trouble) So the send cannot be followed." }
        guard let send = send?.send else {
            return "The send is not in the ledger after \(span.defaultValueDescription)."
        }
        if send.status == expected || !send.status.isFinal && send.statuses.contains(expected) { return nil }
        if send.status.isFinal {
            return "Expected \(expected.rawValue), and the send was \(SendingReport.sentence(send))"
        }
        return "Expected \(expected.rawValue) within \(span.defaultValueDescription), and the send is still"
            + " \(send.status.rawValue)."
    }

    private static func sentence(_ send: Send) -> String {
        var text = send.status.rawValue
        if let latency = send.latency, latency >= 0 { text += " after \(latency) ms" }
        if let reason = send.reason { text += ": \(reason)" }
        return text
    }

    private func json(_ failure: String?) -> JSON {
        var object = JSONObject()
        object["request_id"] = .string(requestID)
        object["outcome"] = .string(outcome.name)
        object["dispatch_id"] = (outcome.dispatchID ?? send?.send.dispatchID).map(JSON.string) ?? .null
        object["http_status"] = outcome.httpStatus.map { .number(JSONNumber($0)) } ?? .null
        object["message"] = .string(outcome.sentence)
        object["status"] = send.map { .string($0.send.status.rawValue) } ?? .null
        object["reason"] = send?.send.reason.map(JSON.string) ?? .null
        object["failure"] = failure.map(JSON.string) ?? .null
        return .object(object)
    }
}

extension SendOutcome {
    /// Whether the service has the send, by this request or an earlier one with the same `external_send_id`.
    var isOnItsWay: Bool {
        switch self {
        case .accepted, .taken: true
        case .rejected, .failed: false
        }
    }

    fileprivate var name: String {
        switch self {
        case .accepted: "accepted"
        case .taken: "taken"
        case .rejected: "rejected"
        case .failed: "failed"
        }
    }

    fileprivate var dispatchID: String? {
        if case .accepted(let acceptance) = self { acceptance.dispatchID } else { nil }
    }

    fileprivate var httpStatus: Int? {
        if case .accepted(let acceptance) = self { acceptance.status } else { error?.status }
    }
}
