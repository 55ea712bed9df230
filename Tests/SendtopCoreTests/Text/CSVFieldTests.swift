import SendtopCore
import Testing

@Suite("A field of a CSV file")
struct CSVFieldTests {
    @Test(
        "is quoted where it must be",
        arguments: [
            ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("Zoë 日本", "Zoë 日本"),
        ]
    )
    func quoting(text: String, expected: String) {
        #expect(CSVField.text(text) == expected)
    }

    @Test(
        "is no formula",
        arguments: [
            ("=1+1", "'=1+1"), ("+49", "'+49"), ("-2", "'-2"), ("@SUM(A1,B1)", "\"'@SUM(A1,B1)\""),
            ("\t=1", "' =1"), ("\r=1", "' =1"), ("  =1", "'  =1"), ("＝1", "'＝1"), ("a=1", "a=1"),
        ]
    )
    func formulas(text: String, expected: String) {
        #expect(CSVField.text(text) == expected)
    }

    @Test(
        "is one line, with nothing hidden",
        arguments: [
            ("a\r\nb", "a b"), ("a\nb\tc", "a b c"), ("\u{1B}[2J", "␛[2J"), ("x\u{202E}y", "x‹RLO›y"),
            ("e\u{301}", "e\u{301}"),
        ]
    )
    func cleaning(text: String, expected: String) {
        #expect(CSVField.text(text) == expected)
    }
}
