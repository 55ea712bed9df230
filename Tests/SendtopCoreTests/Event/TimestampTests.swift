import SendtopCore
import TestSupport
import Testing

@Suite struct TimestampTests {
    @Test(
        "Every documented and usual form is read",
        arguments: [
            ("2020-08-31T18:58:41.000+00:00", "2020-08-31T18:58:41.000Z"),
            ("2020-08-31T18:58:41.123+01:00", "2020-08-31T17:58:41.123Z"),
            ("2016-12-31 23:59:60.000+00:00", "2017-01-01T00:00:00.000Z"),
            ("2020-08-31T18:58:41Z", "2020-08-31T18:58:41.000Z"),
            ("2020-08-31 18:58:41.5", "2020-08-31T18:58:41.500Z"),
            ("2020-08-31t18:58:41,123456z", "2020-08-31T18:58:41.123Z"),
            ("2020-08-31T18:58:41.999999999-07:30", "2020-09-01T02:28:41.999Z"),
            ("2020-08-31T00:30:00+0100", "2020-08-30T23:30:00.000Z"),
            ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"),
            ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
            ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"),
            ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
        ]
    )
    func read(text: String, same: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == same)
    }

    @Test(
        "Anything else is no time",
        arguments: [
            "", "now", "2020-08-31", "2020-08-31T18:58", "2020-13-01T00:00:00Z", "2020-00-01T00:00:00Z",
            "2021-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2020-04-31T00:00:00Z", "2020-08-00T00:00:00Z",
            "2020-08-31T24:00:00Z", "2020-08-31T18:60:00Z", "2020-08-31T18:58:61Z", "2020-08-31T18:58:41.Z",
            "2020-08-31T18:58:41+", "2020-08-31T18:58:41+19:00", "2020-08-31T18:58:41Zx", "+020-08-31T18:58:41Z",
            "2021-02-29T18:58:41.000+00:00", "2020-08-31T24:58:41.000+00:00", "2020-08-31T18:58:41.00a+00:00",
            "2020-08-31T18:58:4/.000+00:00", "2020-08-31T18:58:41.000+00.00", "2020-08-31T18:58:41:000+00:00",
            "2020-08-31T18:58:41.000 +00:00", "２０２０-08-31T18:58:41Z", "2020-08-31T18:58:41\u{0}",
        ]
    )
    func refused(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test("Any moment of four-digit years is read as it was written")
    func roundTrip() {
        var random = JSONGenerator(seed: 4)
        let years: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999
        for _ in 0..<20_000 {
            let moment = Timestamp(milliseconds: .random(in: years, using: &random))
            #expect(Timestamp(iso8601: moment.iso8601) == moment)
            #expect(Timestamp(iso8601: "\(moment.iso8601.dropLast())+00:00") == moment)
            #expect("\(moment.day)T\(moment.clock)Z" == moment.iso8601)
        }
    }

    @Test("The ends of time neither trap nor wrap")
    func ends() {
        let first = Timestamp(milliseconds: .min)
        let last = Timestamp(milliseconds: .max)
        #expect(first.iso8601 == "-292275055-05-16T16:47:04.192Z")
        #expect(last.iso8601 == "292278994-08-17T07:12:55.807Z")
        #expect(last.milliseconds(since: first) == .max)
        #expect(first.milliseconds(since: last) == .min)
        #expect(last.adding(milliseconds: 1) == last)
        #expect(first.adding(milliseconds: -1) == first)
        #expect(first.minute < last.minute)
    }

    @Test(
        "Minutes before 1970 are counted downwards",
        arguments: [(0, 0), (59_999, 0), (-1, -1), (-60_000, -1), (-60_001, -2)]
    )
    func minutes(milliseconds: Int64, minute: Int64) {
        #expect(Timestamp(milliseconds: milliseconds).minute == minute)
    }
}
