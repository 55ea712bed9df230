import SendtopCore

/// Reads a request's body into an order.
struct OrderReader {
    /// Source: `braze-facts.md:33`, 50 KB.
    private static let triggerPropertiesLimit = 50 * 1_024

    let style: SendDraft.Style
    let campaignAPIID: String
    let strict: Bool

    /// Reads and checks the whole body.
    ///
    /// - Throws: `Refusal` at the first fault, saying where it is.
    func order(from bytes: [UInt8], receivedAt: Timestamp) throws(Refusal) -> SendOrder {
        let body = try object(bytes)
        let reader = RecipientReader(strict: strict)
        let (recipient, place) = try reader.object(in: body)
        let existingOnly = try existingUsersOnly(recipient, at: place)
        return SendOrder(
            style: style,
            campaignAPIID: campaignAPIID,
            recipient: try reader.user(in: recipient, at: place),
            attributes: try attributes(recipient, at: place),
            triggerProperties: try triggerProperties(body),
            externalSendID: try externalSendID(body),
            createsUser: style == .legacyV2 && existingOnly == false,
            existingUsersOnly: existingOnly,
            receivedAt: receivedAt
        )
    }

    private func object(_ bytes: [UInt8]) throws(Refusal) -> JSONObject {
        let value: JSON
        do {
            value = try JSON(bytes: bytes)
        } catch {
            throw .body("The body is not JSON: \(error).")
        }
        guard let object = value.object else {
            throw .body("The body must be a JSON object, and is \(value.kindName).")
        }
        return object
    }

    private func externalSendID(_ body: JSONObject) throws(Refusal) -> String? {
        guard let value = body["external_send_id"]?.present else { return nil }
        guard let text = value.string else {
            throw .body("external_send_id must be a string, and is \(value.kindName).")
        }
        // The v2 page gives no rule.
        guard style == .legacyV2 || OrderReader.isBase64Compatible(text) else {
            throw .body("external_send_id must match /^[a-zA-Z0-9-_+\\/=]+$/, and is \(JSON.string(text).text()).")
        }
        return text
    }

    private func triggerProperties(_ body: JSONObject) throws(Refusal) -> JSONObject {
        guard let value = body["trigger_properties"]?.present else { return JSONObject() }
        guard let object = value.object else {
            throw .body("trigger_properties must be an object, and is \(value.kindName).")
        }
        let size = value.text().utf8.count
        guard size <= OrderReader.triggerPropertiesLimit else {
            throw .tooLong(
                "trigger_properties has \(size) bytes; at most \(OrderReader.triggerPropertiesLimit) are allowed."
            )
        }
        return object
    }

    private func attributes(_ recipient: JSONObject, at place: String) throws(Refusal) -> JSONObject? {
        guard let value = recipient["attributes"]?.present else { return nil }
        guard let object = value.object else {
            throw .body("\(place).attributes must be an object, and is \(value.kindName).")
        }
        try AttributeChecker.check(object, at: "\(place).attributes")
        return object
    }

    /// Only the legacy page knows the field; its default is false.
    private func existingUsersOnly(_ recipient: JSONObject, at place: String) throws(Refusal) -> Bool {
        guard style == .legacyV2, let value = recipient["send_to_existing_only"]?.present else { return false }
        guard let flag = value.bool else {
            throw .body("\(place).send_to_existing_only must be a boolean, and is \(value.kindName).")
        }
        return flag
    }

    private static func isBase64Compatible(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
                    true
                default: false
                }
            }
    }
}
