extension Event {
    /// Makes the events of one postback request: one for an object, one for each element of an array.
    ///
    /// Each event has its own bytes of the body, also where some in its texts are no UTF-8. An element that is no
    /// object, and an object without a known id, is kept as an event without a send.
    ///
    /// - Parameter limit: elements that an array may have.
    /// - Throws: `PostbackError` when the body is no JSON object or array, or has too many elements.
    public static func postbacks(
        body: [UInt8],
        at: Timestamp,
        source: String?,
        headers: [Header],
        limit: Int = .max
    ) throws(PostbackError) -> [Event] {
        if let postback = PostbackScanner.postback(in: body) {
            return [Event(postback, body: body, at: at, source: source, headers: headers)]
        }
        let document: JSONReader.Document
        do {
            // A postback that is lost cannot be had again: a stray byte in a text of it is no reason to refuse it.
            document = try JSONReader.mending(body)
        } catch {
            throw .notJSON(error)
        }
        switch document.value {
        case .object(let object):
            return [Event(Postback(json: object), body: body, at: at, source: source, headers: headers)]
        case .array(let elements):
            guard elements.count <= limit else { throw .tooManyElements(elements.count, limit: limit) }
            return zip(elements, document.elements).map { element, range in
                Event(
                    Postback(json: element.object ?? JSONObject()),
                    body: Array(body[range]),
                    at: at,
                    source: source,
                    headers: headers
                )
            }
        default:
            throw .notObjectOrArray(document.value.kindName)
        }
    }

    private init(_ postback: Postback, body: [UInt8], at: Timestamp, source: String?, headers: [Header]) {
        // Not by way of the other initializer: to add what is kept to its event would copy the event.
        seq = 0
        self.at = at
        kind = .postback
        dispatchID = postback.dispatchID
        status = postback.statusText.map(Identifier.escaped)
        self.source = source
        self.headers = headers
        self.body = body
        kept = KeptPostback(postback)
    }
}

/// Why a body is no postback.
public enum PostbackError: Error, Sendable, Hashable {
    /// The bytes are no JSON.
    case notJSON(JSONError)
    /// The value is a scalar of the named kind.
    case notObjectOrArray(String)
    /// The array has so many elements, and more than it may.
    case tooManyElements(Int, limit: Int)
}

extension PostbackError: CustomStringConvertible {
    /// One sentence that says what is wrong and where.
    public var description: String {
        switch self {
        case .notJSON(let error): "The body is not JSON: \(error)."
        case .notObjectOrArray(let kind): "The body must be a JSON object or array, and is \(kind)."
        case .tooManyElements(let count, let limit):
            "The array has \(count) elements, and at most \(limit) are taken in one request."
        }
    }
}
