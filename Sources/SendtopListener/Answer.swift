import HTTPTypes
import HummingbirdCore
import NIOCore
import SendtopCore

/// What the listener says to a request: a status, and a short JSON text (but for `ok`).
struct Answer: Sendable {
    let status: HTTPResponse.Status
    var headers: HTTPFields
    var body: ByteBuffer

    private init(_ status: HTTPResponse.Status, _ body: ByteBuffer, type: String) {
        self.status = status
        self.body = body
        headers = [.contentType: type, .contentLength: String(body.readableBytes)]
    }

    private init(_ status: HTTPResponse.Status, _ object: JSON) {
        self.init(status, ByteBuffer(string: object.text(escaping: .terminalSafe)), type: "application/json")
    }

    /// The postback is in the ledger.
    static let stored = Answer(.ok, ["message": "success"])
    /// The listener is alive.
    static let healthy = Answer(.ok, ByteBuffer(string: "ok"), type: "text/plain")
    /// Postbacks can be taken in.
    static let ready = Answer(.ok, ByteBuffer(string: "ready"), type: "text/plain")
    /// There is nothing at the path.
    static let notFound = Answer(.notFound, ["message": "There is nothing at this path."])
    /// The ledger could not take the postback; the sender should come again.
    static let unavailable = Answer.later("The postback could not be stored. Please retry.")
    /// More waits for the ledger than may; the sender should come again.
    static let overloaded = Answer.later("Postbacks come faster than they can be stored. Please retry.")

    /// Not now, for a reason, but in a few seconds.
    static func later(_ message: String) -> Answer {
        var answer = Answer(.serviceUnavailable, ["message": .string(message)])
        answer.headers[.retryAfter] = String(Answer.retryAfter)
        return answer
    }

    /// Seconds after which a sender should come again.
    static let retryAfter: Int64 = 5

    /// The caller's address is not on the list.
    static let forbidden = Answer.last(.forbidden, "Postbacks are not taken from this address.")
    /// The head of the request is over its limit.
    static let headTooLarge = Answer.last(.requestHeaderFieldsTooLarge, "The head of the request is too large.")
    /// The bytes are no request.
    static let notHTTP = Answer.last(.badRequest, "This is not HTTP.")

    /// The secret is missing or wrong.
    ///
    /// - Parameter isBasic: whether a name and password would do.
    static func unauthorised(isBasic: Bool) -> Answer {
        var answer = Answer.last(.unauthorized, "The secret is missing or wrong.")
        if isBasic { answer.headers[.wwwAuthenticate] = "Basic realm=\"sendtop\"" }
        return answer
    }

    /// Everything that is measured.
    static func metrics(_ text: String) -> Answer {
        Answer(.ok, ByteBuffer(string: text), type: PrometheusText.contentType)
    }

    private static func last(_ status: HTTPResponse.Status, _ message: String) -> Answer {
        var answer = Answer(status, ["message": .string(message)])
        answer.headers[.connection] = "close"
        return answer
    }

    /// The body never came whole.
    static let incomplete = Answer(.badRequest, ["message": "The body is shorter than its Content-Length."])

    /// The method makes no sense at the path.
    static func methodNotAllowed(allowed: String) -> Answer {
        var answer = Answer(.methodNotAllowed, ["message": .string("This path takes \(allowed).")])
        answer.headers[.allow] = allowed
        return answer
    }

    /// The body has more bytes than the limit; what is left of it is not read.
    static func tooLarge(limit: Int) -> Answer {
        .last(.contentTooLarge, "The body has more than \(limit) bytes.")
    }

    /// The body is no postback.
    static func refused(_ error: PostbackError) -> Answer {
        var object = JSONObject()
        object["message"] = .string(error.description)
        if case .notJSON(let fault) = error {
            object["line"] = .number(JSONNumber(fault.line))
            object["column"] = .number(JSONNumber(fault.column))
            object["offset"] = .number(JSONNumber(fault.offset))
        }
        return Answer(.badRequest, .object(object))
    }

    /// The head as HTTP knows it.
    var head: HTTPResponse {
        HTTPResponse(status: status, headerFields: headers)
    }
}
