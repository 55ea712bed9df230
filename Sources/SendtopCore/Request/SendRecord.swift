/// What the ledger keeps of a request of ours: what went out, and what came back.
///
/// It is the body of an event of kind `accepted`, `rejected`, `failed` or `taken`, as JSON text:
/// `{"method","url","campaign_api_id","recipient","external_send_id","attempt","request",
/// "answer":{"status","request_id","body"},"reason"}`, absent values left out. Secrets never enter it.
public struct SendRecord: Sendable, Hashable {
    /// The service's answer.
    public struct Answer: Sendable, Hashable {
        /// The HTTP status.
        public var status: Int
        /// The service's `X-Request-Id`.
        public var requestID: String?
        /// The body as text, with U+FFFD for what is no UTF-8, and the key redacted.
        public var body: String

        /// Makes an answer; the key must not be in it any more.
        public init(status: Int, requestID: String?, body: String) {
            self.status = status
            self.requestID = requestID
            self.body = body
        }
    }

    /// Where the request went.
    public var url: String
    /// The campaign's API identifier.
    public var campaignAPIID: String
    /// A user id, or `label:name` for an alias.
    public var recipient: String
    /// Our identifier for the send, when the request had one.
    public var externalSendID: String?
    /// 1 for the first try.
    public var attempt: Int
    /// The request's body, value for value.
    public var request: JSON
    /// What came back, when anything whole did.
    public var answer: Answer?
    /// Why it came to nothing, in words.
    public var reason: String?

    /// Makes a record from its parts.
    public init(
        url: String,
        campaignAPIID: String,
        recipient: String,
        externalSendID: String?,
        attempt: Int,
        request: JSON,
        answer: Answer? = nil,
        reason: String? = nil
    ) {
        self.url = url
        self.campaignAPIID = campaignAPIID
        self.recipient = recipient
        self.externalSendID = externalSendID
        self.attempt = attempt
        self.request = request
        self.answer = answer
        self.reason = reason
    }
}

extension SendRecord {
    /// Reads a record from an event's body, or gives `nil` for anything else.
    public init?(bytes: [UInt8]) {
        guard
            let object = try? JSON(bytes: bytes).object,
            let url = object["url"]?.string,
            let campaign = object["campaign_api_id"]?.string,
            let recipient = object["recipient"]?.string
        else { return nil }
        self.init(
            url: url,
            campaignAPIID: campaign,
            recipient: recipient,
            externalSendID: object["external_send_id"]?.string,
            attempt: object["attempt"]?.number?.int.map { Int(clamping: $0) } ?? 1,
            request: object["request"] ?? .null,
            answer: object["answer"]?.object.flatMap(Answer.init),
            reason: object["reason"]?.string
        )
    }

    /// The record as an event's body.
    public var bytes: [UInt8] {
        var object = JSONObject()
        object["method"] = "POST"
        object["url"] = .string(url)
        object["campaign_api_id"] = .string(campaignAPIID)
        object["recipient"] = .string(recipient)
        object["external_send_id"] = externalSendID.map(JSON.string)
        object["attempt"] = .number(JSONNumber(attempt))
        object["request"] = request
        object["answer"] = answer.map(\.json)
        object["reason"] = reason.map(JSON.string)
        return Array(JSON.object(object).text().utf8)
    }
}

extension SendRecord.Answer {
    fileprivate init?(_ object: JSONObject) {
        guard let status = object["status"]?.number?.int else { return nil }
        self.init(
            status: Int(clamping: status),
            requestID: object["request_id"]?.string,
            body: object["body"]?.string ?? ""
        )
    }

    fileprivate var json: JSON {
        var object = JSONObject()
        object["status"] = .number(JSONNumber(status))
        object["request_id"] = requestID.map(JSON.string)
        object["body"] = .string(body)
        return .object(object)
    }
}
