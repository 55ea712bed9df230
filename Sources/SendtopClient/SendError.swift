public import SendtopCore

/// Why a send was not accepted.
public struct SendError: Error, Sendable, Hashable {
    /// What happened.
    public enum Cause: Sendable, Hashable {
        /// The service answered with a message of its own, and perhaps a list of faults.
        case answer(status: Int, message: String, errors: [String])
        /// The answer is not in the service's form, such as a gateway's page; its beginning.
        case foreignAnswer(status: Int, excerpt: String)
        /// There was no whole answer.
        case noAnswer(Trouble)
    }

    /// What happened, with its facts.
    public var cause: Cause
    /// The URL that the request went to, without its path.
    public var endpoint: String
    /// The service's `X-Request-Id`.
    public var requestID: String?
    /// When the service's rate limit starts anew, where that is the matter.
    public var limitResetsAt: Timestamp?
    /// Where the service is said to be instead, when the answer is a redirect.
    public var location: String?

    /// Makes an error from its facts.
    public init(
        cause: Cause,
        endpoint: String,
        requestID: String? = nil,
        limitResetsAt: Timestamp? = nil,
        location: String? = nil
    ) {
        self.cause = cause
        self.endpoint = endpoint
        self.requestID = requestID
        self.limitResetsAt = limitResetsAt
        self.location = location
    }

    /// The HTTP status of the answer, as far as there was one.
    public var status: Int? {
        switch cause {
        case .answer(let status, _, _), .foreignAnswer(let status, _): status
        case .noAnswer(.brokenOff(let status)): status
        case .noAnswer: nil
        }
    }

    /// The service's own message.
    public var message: String? {
        if case .answer(_, let message, _) = cause { message } else { nil }
    }

    /// Whether the service may have taken the request, of which nobody knows: also behind a gateway that answered for
    /// it.
    public var mayHaveArrived: Bool {
        switch cause {
        case .answer: false
        case .foreignAnswer(let status, _): status >= 500
        case .noAnswer(let trouble): trouble.mayHaveArrived
        }
    }

    /// Whether the same request may fare better later.
    public var retryCanHelp: Bool {
        switch cause {
        case .answer(let status, _, _), .foreignAnswer(let status, _): status == 408 || status == 429 || status >= 500
        case .noAnswer(.untrusted), .noAnswer(.tls), .noAnswer(.cancelled): false
        case .noAnswer: true
        }
    }
}
