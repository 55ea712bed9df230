import SendtopCore

/// Reads the one person to mail from a request's body, in each of the shapes that the pages and public SDKs use.
struct RecipientReader {
    /// Whether only the object of the page does.
    let strict: Bool

    /// The object that names the person, and its place in the body.
    func object(in body: JSONObject) throws(Refusal) -> (JSONObject, place: String) {
        switch (body["recipient"]?.present, body["recipients"]?.present) {
        case (nil, nil):
            throw .noRecipients("recipient is missing; it must be an object that names one user.")
        case (let recipient?, nil):
            return try single(recipient, at: "recipient", takesObject: true, takesArray: !strict)
        case (nil, let recipients?):
            guard !strict else {
                throw .body("recipients is unknown; name one user in recipient.")
            }
            return try single(recipients, at: "recipients", takesObject: false, takesArray: true)
        case (_?, _?):
            throw .body("recipient and recipients are both given; give one of them.")
        }
    }

    /// The user that the object names.
    func user(in object: JSONObject, at place: String) throws(Refusal) -> SendRequest.Recipient {
        switch (object["external_user_id"]?.present, object["user_alias"]?.present) {
        case (nil, nil):
            throw .noRecipients("\(place) names nobody; give either external_user_id or user_alias.")
        case (_?, _?):
            throw .body("\(place) has external_user_id and user_alias; give only one of them.")
        case (let id?, nil):
            return .externalUserID(try text(id, at: "\(place).external_user_id"))
        case (nil, let alias?):
            guard let alias = alias.object else {
                throw .body("\(place).user_alias must be an object, and is \(alias.kindName).")
            }
            return .alias(
                label: try text(alias["alias_label"], at: "\(place).user_alias.alias_label"),
                name: try text(alias["alias_name"], at: "\(place).user_alias.alias_name")
            )
        }
    }

    private func single(
        _ value: JSON,
        at place: String,
        takesObject: Bool,
        takesArray: Bool
    ) throws(Refusal) -> (JSONObject, place: String) {
        if takesObject, let object = value.object { return (object, place) }
        let wanted = takesObject ? "an object" : "an array of one object"
        guard takesArray, let elements = value.array else {
            throw .body("\(place) must be \(wanted), and is \(value.kindName).")
        }
        guard let element = elements.first else {
            throw .noRecipients("\(place) is empty; it must name one user.")
        }
        guard elements.count == 1 else {
            throw .body("\(place) must name one user, and names \(elements.count).")
        }
        guard let object = element.object else {
            throw .body("\(place)[0] must be an object, and is \(element.kindName).")
        }
        return (object, "\(place)[0]")
    }

    private func text(_ value: JSON?, at place: String) throws(Refusal) -> String {
        guard let value = value?.present else { throw .body("\(place) is missing; it must be a string.") }
        guard let text = value.string else { throw .body("\(place) must be a string, and is \(value.kindName).") }
        guard !text.isEmpty else { throw .body("\(place) is empty; it must be given.") }
        return text
    }
}

extension JSON {
    /// The value, unless it is `null`, which counts as absent.
    var present: JSON? {
        // A bare `nil` would be the JSON value.
        isNull ? JSON?.none : self
    }
}
