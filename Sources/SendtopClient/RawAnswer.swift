import SendtopCore

/// An HTTP answer as it came, with the key masked.
struct RawAnswer: Sendable {
    var status: Int
    var requestID: String?
    /// The `X-RateLimit-Reset` header, which may be empty.
    var rateLimitReset: String?
    /// The `Location` header: where a redirect points.
    var location: String?
    /// At most `limit` bytes of the body, as text.
    var body: String

    /// Bytes of a body that are read.
    static let limit = 1 << 20
    /// Bytes that an id of a send may have; what is longer is none, and stays in the ledger's copy of the answer.
    private static let idLimit = 1_024

    /// What the answer says of the send.
    func outcome(at endpoint: String, key: Secret) -> SendOutcome {
        let object = (try? JSON(text: body))?.object
        if (200..<300).contains(status) { return .accepted(acceptance(object, key: key)) }
        let error = SendError(
            cause: cause(object, key: key),
            endpoint: endpoint,
            requestID: requestID,
            limitResetsAt: status == 429 ? resetsAt : nil,
            location: (300..<400).contains(status) ? location : nil
        )
        let isTaken = error.message?.hasPrefix("The external reference has been queued") ?? false
        if status == 400, isTaken { return .taken(error) }
        return error.mayHaveArrived ? .failed(error) : .rejected(error)
    }

    private func acceptance(_ object: JSONObject?, key: Secret) -> Acceptance {
        let name = object?["dispatch_id"]?.identifier ?? object?["send_id"]?.identifier
        let id = name.flatMap { $0.utf8.count <= RawAnswer.idLimit ? $0 : nil }
        return Acceptance(
            status: status,
            dispatchID: id.map { Identifier.escaped(key.masked(in: $0)) },
            sendStatus: object?["status"]?.string.map(key.masked),
            message: object?["message"]?.string.map(key.masked),
            errors: errors(object, key: key),
            requestID: requestID
        )
    }

    private func cause(_ object: JSONObject?, key: Secret) -> SendError.Cause {
        let errors = errors(object, key: key)
        if let message = object?["message"]?.string {
            return .answer(status: status, message: key.masked(in: message), errors: errors)
        }
        if let first = errors.first {
            return .answer(status: status, message: first, errors: Array(errors.dropFirst()))
        }
        return .foreignAnswer(status: status, excerpt: excerpt)
    }

    /// `errors`, whether a list of texts, of objects, or one text.
    private func errors(_ object: JSONObject?, key: Secret) -> [String] {
        let values = object?["errors"].map { $0.array ?? [$0] } ?? []
        return values.map { key.masked(in: $0.string ?? $0.text(escaping: .terminalSafe)) }
    }

    private var excerpt: String {
        let line = body.split(whereSeparator: \.isWhitespace).prefix(40).joined(separator: " ")
        return line.count > 120 ? "\(line.prefix(120))…" : line
    }

    private var resetsAt: Timestamp? {
        guard let seconds = rateLimitReset.flatMap({ Int64($0) }), (0...1 << 40).contains(seconds) else { return nil }
        return Timestamp(milliseconds: seconds * 1_000)
    }
}

extension JSON {
    fileprivate var identifier: String? {
        guard let text = string ?? number?.text, !text.isEmpty else { return nil }
        return text
    }
}
