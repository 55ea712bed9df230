/// What the user attributes object may hold.
///
/// Source: the user attributes page: `null` removes, `inc` takes a whole number, `add` and `remove` take arrays,
/// arrays hold at most 100 elements, and the identifiers cannot be removed.
enum AttributeRules {
    static let arrayLimit = 100
    private static let headerFields: Set<String> = ["email", "first_name", "last_name"]
    private static let permanentFields: Set<String> = ["external_id", "user_alias"]

    /// The rules that the object breaks, in the order of its members.
    static func broken(by object: JSONObject) -> [SendRequestError.Rule] {
        object.members.flatMap { member -> [SendRequestError.Rule] in
            let place = "attributes.\(member.key)"
            if member.value.isNull, permanentFields.contains(member.key) {
                return [.notRemovable(at: place)]
            }
            if headerFields.contains(member.key), member.value.string?.hasLineBreak == true {
                return [.noLineBreak(at: place)]
            }
            return broken(by: member.value, at: place)
        }
    }

    private static func broken(by value: JSON, at place: String) -> [SendRequestError.Rule] {
        switch value {
        case .array(let elements):
            let nested = elements.enumerated().flatMap { broken(by: $1, at: "\(place)[\($0)]") }
            guard elements.count > arrayLimit else { return nested }
            return [.arrayLength(at: place, count: elements.count, limit: arrayLimit)] + nested
        case .object(let object):
            return object.members.flatMap { member -> [SendRequestError.Rule] in
                if object.members.count == 1, let rule = broken(operation: member, at: place) { return [rule] }
                return broken(by: member.value, at: "\(place).\(member.key)")
            }
        default:
            return []
        }
    }

    /// A lone `inc`, `add` or `remove` is an operation, and takes just its own kind of value.
    private static func broken(operation member: JSONObject.Member, at place: String) -> SendRequestError.Rule? {
        switch member.key {
        case "inc" where member.value.number?.int == nil:
            .operand(at: place, operation: member.key, expected: "a whole number")
        case "add" where member.value.array == nil, "remove" where member.value.array == nil:
            .operand(at: place, operation: member.key, expected: "an array")
        default: nil
        }
    }
}
