import SendtopCore
import Testing

@Suite struct RequestRaceTests {
    private func request(_ attributes: String, to user: String = "user-17") throws -> SendRequest {
        try SendRequest(validating: draft([.externalUserID: user, .attributes: attributes]))
    }

    private func at(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: milliseconds)
    }

    @Test("Other custom attributes for the same user within seconds are told")
    func warns() throws {
        var race = AttributeRace()
        #expect(race.note(try request(#"{"points":1}"#), at: at(0)) == nil)
        #expect(
            race.note(try request(#"{"points":2}"#), at: at(3_400))
                == #""user-17" was sent other custom attributes 3 s ago; either message may show either values, "#
                + "since the service protects only first_name, last_name and email."
        )
    }

    @Test(
        "What is safe is not told",
        arguments: [
            (#"{"points":1,"a":2}"#, "user-17", 1_000), (#"{"points":2}"#, "user-18", 1_000),
            (#"{"points":2}"#, "user-17", 10_001), (#"{"email":"b@example.com","a":2,"points":1}"#, "user-17", 1_000),
            ("", "user-17", 1_000), ("{}", "user-17", 1_000),
        ]
    )
    func silent(attributes: String, user: String, milliseconds: Int64) throws {
        var race = AttributeRace()
        _ = race.note(try request(#"{"a":2,"points":1,"email":"a@example.com"}"#), at: at(0))
        #expect(race.note(try request(attributes, to: user), at: at(milliseconds)) == nil)
    }

    @Test("A flood of sends pushes the oldest out")
    func bounded() throws {
        var race = AttributeRace(limit: 4)
        for number in 0..<5 {
            _ = race.note(try request(#"{"points":1}"#, to: "user-\(number)"), at: at(0))
        }
        #expect(race.note(try request(#"{"points":2}"#, to: "user-4"), at: at(1)) != nil)
        #expect(race.note(try request(#"{"points":2}"#, to: "user-0"), at: at(1)) == nil)
    }
}
