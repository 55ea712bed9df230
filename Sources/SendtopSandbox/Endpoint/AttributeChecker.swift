import SendtopCore

/// Checks a request's attributes against the user attributes object.
///
/// Source: `braze-facts.md:32`.
enum AttributeChecker {
    private static let arrayLimit = 100

    /// Throws at the first value that is none of the documented ones.
    static func check(_ attributes: JSONObject, at place: String) throws(Refusal) {
        for member in attributes.members {
            let name = "\(place).\(member.key)"
            switch member.key {
            case "external_id", "user_alias":
                if member.value.isNull { throw .body("\(name) is null; this field cannot be removed.") }
            case "email", "first_name", "last_name":
                try checkHeaderField(member.value, at: name)
            default:
                try check(member.value, at: name)
            }
        }
    }

    private static func checkHeaderField(_ value: JSON, at place: String) throws(Refusal) {
        guard let value = value.present else { return }
        guard let text = value.string else { throw .body("\(place) must be a string, and is \(value.kindName).") }
        if text.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) {
            throw .body("\(place) holds a line break; it would end up in a mail header, where none is allowed.")
        }
    }

    private static func check(_ value: JSON, at place: String) throws(Refusal) {
        switch value {
        case .array(let elements):
            guard elements.count <= arrayLimit else {
                throw .body("\(place) has \(elements.count) elements; at most \(arrayLimit) are allowed.")
            }
            for (index, element) in elements.enumerated() { try check(element, at: "\(place)[\(index)]") }
        case .object(let object):
            if object.members.count == 1, let operation = object.members.first {
                try check(operation: operation, at: place)
            }
            for member in object.members { try check(member.value, at: "\(place).\(member.key)") }
        case .null, .bool, .number, .string:
            break
        }
    }

    private static func check(operation: JSONObject.Member, at place: String) throws(Refusal) {
        switch operation.key {
        case "inc" where operation.value.number?.int == nil:
            throw .body("\(place) asks for \"inc\"; its value must be a whole number.")
        case "add" where operation.value.array == nil, "remove" where operation.value.array == nil:
            throw .body("\(place) asks for \"\(operation.key)\"; its value must be an array.")
        default:
            break
        }
    }
}
