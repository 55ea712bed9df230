import SendtopCore
import Testing

@testable import SendtopSandbox

@Suite("Attributes change a profile")
struct AttributeTests {
    private func attributes(after changes: JSON, before: JSON = [:]) -> JSON {
        var profile = Profile(externalID: "ada")
        profile.attributes = before.object ?? JSONObject()
        profile.applyCustom(changes.object ?? JSONObject())
        return .object(profile.attributes)
    }

    @Test("values overwrite, null removes")
    func overwrite() {
        #expect(attributes(after: ["a": 2, "b": nil, "c": "new"], before: ["a": 1, "b": 1]) == ["a": 2, "c": "new"])
    }

    @Test("inc counts up from nothing or from a whole number, and leaves the rest alone")
    func inc() {
        #expect(attributes(after: ["n": ["inc": 3]]) == ["n": 3])
        #expect(attributes(after: ["n": ["inc": -3]], before: ["n": 5]) == ["n": 2])
        #expect(attributes(after: ["n": ["inc": 3]], before: ["n": "five"]) == ["n": "five"])
        #expect(
            attributes(after: ["n": ["inc": 1]], before: ["n": .number(JSONNumber(Int64.max))])
                == ["n": .number(JSONNumber(Int64.max))]
        )
    }

    @Test("add and remove change arrays")
    func arrays() {
        #expect(attributes(after: ["t": ["add": ["b", "c"]]], before: ["t": ["a", "b"]]) == ["t": ["a", "b", "c"]])
        #expect(attributes(after: ["t": ["add": ["a"]]]) == ["t": ["a"]])
        #expect(attributes(after: ["t": ["remove": ["a", "x"]]], before: ["t": ["a", "b", "a"]]) == ["t": ["b"]])
        #expect(attributes(after: ["t": ["remove": ["a"]]]) == [:])
    }

    @Test("nested objects overwrite, and may count inside")
    func nested() {
        let before: JSON = ["pet": ["name": "Rex", "age": 3]]
        #expect(attributes(after: ["pet": ["name": "Tom"]], before: before) == ["pet": ["name": "Tom"]])
        #expect(
            attributes(after: ["pet": ["name": "Rex", "age": ["inc": 1]]], before: before)
                == ["pet": ["name": "Rex", "age": 4]]
        )
    }

    @Test("names and address have their own fields, identifiers do not change")
    func fields() {
        var profile = Profile(externalID: "ada")
        let changes: JSON = [
            "email": "a@example.com", "first_name": "Ada", "last_name": nil, "external_id": "x", "k": 1,
        ]
        profile.applySynchronous(changes.object ?? JSONObject())
        profile.applyCustom(changes.object ?? JSONObject())
        #expect(profile.email == "a@example.com")
        #expect(profile.firstName == "Ada")
        #expect(profile.lastName == nil)
        #expect(profile.externalID == "ada")
        #expect(.object(profile.attributes) == ["k": 1] as JSON)
    }
}
