/// What one postback tells of a send: the v1 body, or the flat body of the legacy v2 page.
///
/// Fields that are absent, or are not of the documented type, are `nil`; the raw bytes stay in the ledger.
/// Source: the endpoint's v1 and v2 pages.
public struct Postback: Sendable, Hashable {
    /// `dispatch_id`, or `send_id` in the legacy body.
    public var dispatchID: String?
    /// The status as it came.
    public var statusText: String?
    /// `metadata.campaign_api_id`.
    public var campaignAPIID: String?
    /// `external_send_id`, in the metadata or, in the legacy body, beside the status.
    public var externalSendID: String?
    /// Why the message was aborted or bounced.
    public var reason: String?
    /// When the send reached each step, as far as the metadata says.
    public var times = StepTimes()

    /// Makes a postback that tells nothing.
    init() {}

    /// Reads a postback from a JSON object.
    public init(json object: JSONObject) {
        let metadata = object["metadata"]?.object ?? JSONObject()
        dispatchID = Postback.identifier(object["dispatch_id"]) ?? Postback.identifier(object["send_id"])
        statusText = object["status"]?.string
        campaignAPIID = Postback.identifier(metadata["campaign_api_id"])
        externalSendID =
            Postback.identifier(metadata["external_send_id"]) ?? Postback.identifier(object["external_send_id"])
        reason = metadata["reason"]?.string
        for step in Step.allCases {
            times[step] = metadata[step.fieldName]?.string.flatMap(Timestamp.init(iso8601:))
        }
    }

    /// The status, when the body names one.
    public var status: SendStatus? {
        statusText.map(SendStatus.init(postback:))
    }

    /// An identifier that is text or, from a sloppy sender, a number; never empty.
    private static func identifier(_ value: JSON?) -> String? {
        switch value {
        case .string(let text) where !text.isEmpty: Identifier.escaped(text)
        case .number(let number): number.text
        default: nil
        }
    }
}
