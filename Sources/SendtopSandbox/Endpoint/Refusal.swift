import HTTPTypes
import SendtopCore

/// A no of the service: status, message, and where the request is at fault.
struct Refusal: Error, Sendable, Hashable {
    var status: HTTPResponse.Status
    /// The service's own words where a page has them.
    var message: String
    /// Our words on where the fault is, as the generic error shape has them; empty for none.
    var errors: [String] = []
    /// The methods that would do, for a 405.
    var allow: String?

    init(_ status: HTTPResponse.Status, _ message: String, errors: [String] = [], allow: String? = nil) {
        self.status = status
        self.message = message
        self.errors = errors
        self.allow = allow
    }
}

// The error table of the endpoint's page, `transactional-v1-recipient.md:101` to `:109`.
extension Refusal {
    static let notTransactional = Refusal(
        .badRequest,
        "The campaign is not a transactional campaign. Only transactional campaigns may use this endpoint"
    )
    /// Two blanks stand before `Please`.
    static let queued = Refusal(
        .badRequest,
        "The external reference has been queued.  Please retry to obtain send_id."
    )
    static let campaignMissing = Refusal(.badRequest, "Campaign does not exist")
    static let archived = Refusal(
        .badRequest,
        "The campaign is archived. Unarchive the campaign to ensure trigger requests will take effect."
    )
    static let paused = Refusal(
        .badRequest,
        "The campaign is paused. Resume the campaign to ensure trigger requests will take effect."
    )
    static let campaignID = Refusal(.badRequest, "campaign_id must be a string of the campaign api identifier")
    static let credentials = Refusal(.unauthorized, "Error authenticating credentials")
    static let address = Refusal(.forbidden, "Invalid whitelisted IPs")
    static let permission = Refusal(.forbidden, "You do not have permission to access this resource")
}

// The generic ones, `braze-facts.md:64`, and those of HTTP.
extension Refusal {
    static let noMessage = Refusal(.badRequest, "No message to send")
    static let notFound = Refusal(.notFound, "Not Found")
    static let tooManyRequests = Refusal(.tooManyRequests, "Rate limit exceeded")
    static let loopbackOnly = Refusal(.forbidden, "Only requests from this machine are answered here")

    static func noRecipients(_ detail: String) -> Refusal {
        Refusal(.badRequest, "No Recipients", errors: [detail])
    }

    static func tooLong(_ detail: String) -> Refusal {
        Refusal(.badRequest, "Max Input Length Exceeded", errors: [detail])
    }

    static func method(allowed: HTTPRequest.Method) -> Refusal {
        Refusal(.methodNotAllowed, "Method Not Allowed", allow: allowed.rawValue)
    }

    static func contentTooLarge(limit: Int) -> Refusal {
        Refusal(.contentTooLarge, "The body has more than \(limit) bytes")
    }

    static func encoded(_ encoding: String) -> Refusal {
        let name = encoding.count > 40 ? "\(encoding.prefix(40))…" : encoding
        return Refusal(
            .unsupportedMediaType,
            "The body is encoded with \(name): send plain JSON, without Content-Encoding"
        )
    }

    static func body(_ message: String) -> Refusal {
        Refusal(.badRequest, message)
    }
}

extension Refusal {
    /// The body of the answer: `{"message": …}`, with `errors` when there are any.
    var json: JSON {
        var object = JSONObject()
        object["message"] = .string(message)
        if !errors.isEmpty { object["errors"] = .array(errors.map(JSON.string)) }
        return .object(object)
    }
}
