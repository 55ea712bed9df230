import SendtopCore

extension Profile {
    private static let permanent: Set<String> = ["external_id", "user_alias"]

    /// Applies the three attributes that are always in time for the template: first name, last name and address.
    ///
    /// Source: `transactional-v1-recipient.md:59`.
    mutating func applySynchronous(_ changes: JSONObject) {
        for member in changes.members {
            switch member.key {
            case "email": email = member.value.plainText
            case "first_name": firstName = member.value.plainText
            case "last_name": lastName = member.value.plainText
            default: break
            }
        }
    }

    /// Applies all other attributes: `null` removes, `inc`, `add` and `remove` change, anything else overwrites.
    mutating func applyCustom(_ changes: JSONObject) {
        for member in changes.members {
            switch member.key {
            case "email", "first_name", "last_name": continue
            case _ where Profile.permanent.contains(member.key): continue
            default: attributes[member.key] = Profile.changed(attributes[member.key], by: member.value)
            }
        }
    }

    private static func changed(_ old: JSON?, by change: JSON) -> JSON? {
        if change.isNull { return nil }
        guard let object = change.object else { return change }
        if object.members.count == 1, let operation = object.members.first {
            switch (operation.key, operation.value) {
            case ("inc", .number(let step)): return sum(old, step)
            case ("add", .array(let elements)): return added(elements, to: old)
            case ("remove", .array(let elements)): return removed(elements, from: old)
            default: break
            }
        }
        var result = JSONObject()
        for member in object.members {
            result[member.key] = changed(old?.object?[member.key], by: member.value)
        }
        return .object(result)
    }

    /// What is no whole number cannot be counted up, and stays.
    private static func sum(_ old: JSON?, _ step: JSONNumber) -> JSON? {
        guard let step = step.int else { return old }
        guard let old else { return .number(JSONNumber(step)) }
        guard let value = old.number?.int else { return old }
        let (sum, overflow) = value.addingReportingOverflow(step)
        return overflow ? old : .number(JSONNumber(sum))
    }

    private static func added(_ elements: [JSON], to old: JSON?) -> JSON? {
        guard let old else { return .array(elements) }
        guard let present = old.array else { return old }
        return .array(present + elements.filter { !present.contains($0) })
    }

    private static func removed(_ elements: [JSON], from old: JSON?) -> JSON? {
        guard let present = old?.array else { return old }
        return .array(present.filter { !elements.contains($0) })
    }
}

extension JSON {
    /// A string, or a number as text; other values are none.
    fileprivate var plainText: String? {
        string ?? number?.text
    }
}
