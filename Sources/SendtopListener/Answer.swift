import NIOCore
import NIOHTTP1
import SendtopCore

/// What the listener says to a request: a status, and a short JSON text (but for `ok`).
struct Answer: Sendable {
    let status: HTTPResponseStatus
    /// Whether the connection ends with it.
    let isLast: Bool
    /// Whether it is `stored`, whose bytes are kept for a second.
    private let isFrequent: Bool
    /// The status line and the fields but the date, each with its end.
    private let head: String
    private let body: String

    private init(
        _ status: HTTPResponseStatus,
        _ body: String,
        type: String = "application/json",
        fields: [String] = [],
        isLast: Bool = false,
        isFrequent: Bool = false
    ) {
        self.status = status
        self.isLast = isLast
        self.isFrequent = isFrequent
        self.body = body
        let lines =
            [
                "HTTP/1.1 \(status.code) \(status.reasonPhrase)", "Content-Type: \(type)",
                "Content-Length: \(body.utf8.count)",
            ] + fields
        head = lines.joined(separator: "\r\n") + "\r\n"
    }

    private init(_ status: HTTPResponseStatus, _ object: JSON, fields: [String] = [], isLast: Bool = false) {
        self.init(status, object.text(escaping: .terminalSafe), fields: fields, isLast: isLast)
    }

    /// The bytes to send.
    ///
    /// - Parameters:
    ///   - hasBody: `false` for an answer to HEAD.
    ///   - isLast: whether the connection ends, for whatever reason.
    ///   - stamp: the event loop's.
    ///   - moment: now.
    func bytes(hasBody: Bool, isLast: Bool, _ stamp: DateStamp, at moment: NIODeadline) -> ByteBuffer {
        if isFrequent, hasBody, !isLast { return stamp.stored(at: moment) }
        return bytes(hasBody: hasBody, isLast: isLast, date: stamp.line(at: moment))
    }

    func bytes(hasBody: Bool, isLast: Bool, date: String) -> ByteBuffer {
        ByteBuffer(string: head + date + (isLast ? Answer.close : "") + "\r\n" + (hasBody ? body : ""))
    }

    private static let close = "Connection: close\r\n"

    /// To one who asks whether a body is worth sending: it is.
    static let goOn = ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")

    /// The postback is in the ledger.
    static let stored = Answer(.ok, #"{"message":"success"}"#, isFrequent: true)
    /// The listener is alive.
    static let healthy = Answer(.ok, "ok", type: "text/plain")
    /// Postbacks can be taken in.
    static let ready = Answer(.ok, "ready", type: "text/plain")
    /// There is nothing at the path.
    static let notFound = Answer(.notFound, ["message": "There is nothing at this path."])
    /// The ledger could not take the postback; the sender should come again.
    static let unavailable = Answer.later("The postback could not be stored. Please retry.")
    /// More waits for the ledger than may; the sender should come again.
    static let overloaded = Answer.later("Postbacks come faster than they can be stored. Please retry.")

    /// Not now, for a reason, but in a few seconds.
    static func later(_ message: String) -> Answer {
        Answer(.serviceUnavailable, ["message": .string(message)], fields: ["Retry-After: \(Answer.retryAfter)"])
    }

    /// Seconds after which a sender should come again.
    static let retryAfter: Int64 = 5

    /// The caller's address is not on the list.
    static let forbidden = Answer.last(.forbidden, "Postbacks are not taken from this address.")

    /// The request cannot be read.
    static func unreadable(_ fault: HTTPParserError) -> Answer {
        last(fault == .headerOverflow ? .requestHeaderFieldsTooLarge : .badRequest, fault.sentence)
    }

    /// The head is not as it must be, though it can be read.
    static func badHead(_ fault: RequestFraming.Fault) -> Answer {
        last(fault == .encoding ? .notImplemented : .badRequest, fault.rawValue)
    }

    /// The secret is missing or wrong.
    ///
    /// - Parameter policy: which kinds of secret would do.
    static func unauthorised(_ policy: AccessPolicy) -> Answer {
        var fields: [String] = []
        // Even where no secret is set, the answer must name a way.
        if !policy.tokens.isEmpty || policy.credentials.isEmpty { fields.append("Bearer") }
        if !policy.credentials.isEmpty { fields.append("Basic") }
        return .last(
            .unauthorized,
            "The secret is missing or wrong.",
            fields: fields.map { "WWW-Authenticate: \($0) realm=\"sendtop\"" }
        )
    }

    /// Everything that is measured.
    static func metrics(_ text: String) -> Answer {
        Answer(.ok, text, type: PrometheusText.contentType)
    }

    private static func last(_ status: HTTPResponseStatus, _ message: String, fields: [String] = []) -> Answer {
        Answer(status, ["message": .string(message)], fields: fields, isLast: true)
    }

    /// The method makes no sense at the path.
    static func methodNotAllowed(allowed: String) -> Answer {
        Answer(
            .methodNotAllowed,
            ["message": .string("This path takes \(allowed).")],
            fields: ["Allow: \(allowed)"]
        )
    }

    /// The body has more bytes than the limit; what is left of it is not read.
    static func tooLarge(limit: Int) -> Answer {
        .last(.payloadTooLarge, "The body has more than \(limit) bytes.")
    }

    /// The body is compressed, or otherwise not as it was written.
    ///
    /// - Parameter encoding: how, as the sender says it.
    static func encoded(_ encoding: String) -> Answer {
        let name = encoding.count > 40 ? "\(encoding.prefix(40))…" : encoding
        return Answer(
            .unsupportedMediaType,
            [
                "message": .string(
                    "The body is encoded with \(name), which is not taken here: send plain JSON, without Content-Encoding."
                )
            ],
            fields: ["Accept-Encoding: identity"]
        )
    }

    /// The body is no postback, or too many in one.
    static func refused(_ error: PostbackError) -> Answer {
        if case .tooManyElements = error { return Answer(.payloadTooLarge, ["message": .string(error.description)]) }
        var object = JSONObject()
        object["message"] = .string(error.description)
        if case .notJSON(let fault) = error {
            object["line"] = .number(JSONNumber(fault.line))
            object["column"] = .number(JSONNumber(fault.column))
            object["offset"] = .number(JSONNumber(fault.offset))
        }
        return Answer(.badRequest, .object(object))
    }
}
