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
    /// There is nothing at the path.
    static let notFound = Answer(.notFound, ["message": "There is nothing at this path."])
    /// The ledger could not take the postback; the sender should come again.
    static let unavailable = {
        var answer = Answer(.serviceUnavailable, ["message": "The postback could not be stored. Please retry."])
        answer.headers[.retryAfter] = "5"
        return answer
    }()

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
        var answer = Answer(.contentTooLarge, ["message": .string("The body has more than \(limit) bytes.")])
        answer.headers[.connection] = "close"
        return answer
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
