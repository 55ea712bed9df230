import SendtopCore

extension SendOutcome {
    /// One sentence for the person who sent it.
    public var sentence: String {
        switch self {
        case .accepted(let acceptance): acceptance.description
        case .taken(let error): "Already taken: the service holds a send with this external_send_id. \(error)"
        case .rejected(let error): "Rejected: \(error)"
        case .failed(let error): "Failed: \(error)"
        }
    }
}

extension Acceptance: CustomStringConvertible {
    /// One sentence that says what the service answered.
    public var description: String {
        var text = "Accepted as \(dispatchID ?? "a send without an id") (\(status))"
        if let sendStatus { text += ", status \(sendStatus.readable)" }
        if !errors.isEmpty { text += ", with remarks: \(errors.joined(separator: "; ").readable)" }
        return "\(TextGate.line(text))."
    }
}

extension SendError: CustomStringConvertible {
    /// One sentence that says what happened, where, and what to do.
    public var description: String {
        var text: String
        switch cause {
        case .answer(let status, let message, let errors):
            text = "\(endpoint) answered \(status): \(([message] + errors).joined(separator: "; ").readable)"
        case .foreignAnswer(let status, let excerpt) where excerpt.isEmpty:
            text = "\(endpoint) answered \(status) without a message"
        case .foreignAnswer(let status, let excerpt):
            text = "\(endpoint) answered \(status) in no form of the service: \(excerpt)"
        case .noAnswer(let trouble):
            text = trouble.sentence(at: endpoint)
        }
        if let requestID { text += " (request \(requestID))" }
        if !text.hasSuffix(".") { text += "." }
        if let status, (300..<400).contains(status) {
            let place = location.map { " points to \($0.readable) and" } ?? ""
            text += " The redirect\(place) is not followed, for it would take the key elsewhere: correct the endpoint."
        }
        if let limitResetsAt { text += " The limit starts anew at \(limitResetsAt.iso8601)." }
        if mayHaveArrived {
            text += " The service may have taken the request: look for its postbacks before you send again."
        }
        return TextGate.line(text)
    }
}

extension Trouble {
    /// One sentence that says what stood between us and an endpoint, and what to do.
    public func sentence(at endpoint: String) -> String {
        switch self {
        case .refused: "Nothing listens at \(endpoint); start the service, or name another endpoint."
        case .unknownHost: "The host of \(endpoint) has no address; check its spelling and the network."
        case .unreachable(let reason): "\(endpoint) cannot be reached: \(reason)."
        case .connectTimeout: "\(endpoint) did not take a connection in time; check the network, or wait longer."
        case .untrusted: "The certificate of \(endpoint) cannot be verified; name the CA file that signed it."
        case .tls(let reason): "No safe connection to \(endpoint): \(reason); check that it speaks TLS."
        case .proxy(let reason): "The proxy on the way to \(endpoint) is no help: \(reason)."
        case .timeout: "\(endpoint) did not answer in time."
        case .brokenOff(.none): "\(endpoint) closed the connection without an answer."
        case .brokenOff(let status?): "\(endpoint) began to answer \(status) and broke off."
        case .notHTTP: "What \(endpoint) answered is not HTTP."
        case .cancelled: "The wait for \(endpoint) was ended before it answered."
        case .other(let reason): "The request to \(endpoint) went wrong: \(reason)."
        }
    }
}

extension String {
    /// The beginning of a text of the service, as far as anybody would read it.
    fileprivate var readable: String {
        count > 2_000 ? "\(prefix(2_000))…" : self
    }
}
