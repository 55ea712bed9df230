import Testing

@testable import SendtopUI

@Suite struct FormatTests {
    @Test(
        "A span takes at most six characters",
        arguments: [
            (0, "0ms"), (99, "99ms"), (100, "0.1s"), (412, "0.4s"), (1_830, "1.8s"), (99_949, "99.9s"),
            (99_950, "1m39s"), (185_000, "3m05s"), (7_800_000, "2h10m"), (864_000_000, "10d"), (-1, "skew"),
            (Int64.max, ">9999d"), (Int64.min, "skew"),
        ] as [(Int64, String)]
    )
    func spans(span: Int64, text: String) {
        #expect(Milliseconds.short(span) == text)
        #expect(text.count <= 6)
    }

    @Test(
        "An exact span keeps its milliseconds",
        arguments: [(0, "0.000s"), (1_005, "1.005s"), (63_250, "1m03.250s"), (7_261_000, "2h01m01s"), (-5, "skew")]
            as [(Int64, String)]
    )
    func exact(span: Int64, text: String) {
        #expect(Milliseconds.exact(span) == text)
    }

    @Test("One send is no sends")
    func sends() {
        #expect([0, 1, 1_204_331].map(\.sends) == ["0 sends", "1 send", "1 204 331 sends"])
    }

    @Test("Numbers are grouped, or made short")
    func numbers() {
        #expect(
            [0, 999, 1_000, 1_204_331, -12_345, .min].map(\.grouped).prefix(5) == [
                "0", "999", "1 000", "1 204 331", "-12 345",
            ]
        )
        #expect(
            [42, 9_999, 12_345, 999_999, 1_204_331, 3_000_000_000].map(\.compact) == [
                "42", "9 999", "12.3k", "999k", "1.2M", "3.0G",
            ]
        )
    }

    @Test("A share is rounded, but never up to all nor down to nothing")
    func shares() {
        #expect(
            [0, 0.00001, 0.5, 2 / 3, 0.99999, 1, 7, -1, .nan].map(\.percent) == [
                "0.00%", "0.01%", "50.00%", "66.67%", "99.99%", "100.00%", "100.00%", "0.00%", "0.00%",
            ]
        )
    }
}
