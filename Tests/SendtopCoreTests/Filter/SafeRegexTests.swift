import SendtopCore
import Testing

@Suite("The regular expressions of a filter")
struct SafeRegexTests {
    @Test(
        "match",
        arguments: [
            ("abc", "xxABCxx"), ("a.c", "a\u{1F600}c"), ("^a", "abc"), ("c$", "abc"), ("^$", ""), ("a|b", "b"),
            ("(ab)+c", "ababc"), ("a*", ""),
            ("colou?r", "color"), ("[a-c]x", "Bx"), ("[^a-c]x", "dx"), ("[]]", "]"), ("[a-]", "-"),
            ("\\d{3} \\d\\.\\d\\.\\d", "550 5.1.1"),
            ("x{2,3}y", "xxy"), ("x{2,}y", "xxxxy"), ("^x{0}y", "y"), ("\\w+\\s\\w+", "two words"), ("\\.", "."),
            ("(?:a|b)c", "bc"), ("a+?b", "aab"),
            ("{% abort", "{% abort_message"), ("(a|)b", "b"), ("(a*)*b", "aab"), ("[\\d.]+$", "1.2"), ("é", "café"),
            ("\\S\\D\\W", "a.."),
        ]
    )
    func matches(pattern: String, text: String) throws {
        #expect(try SafeRegex(pattern).matches(text))
    }

    @Test(
        "do not match",
        arguments: [
            ("abc", "ab"), ("^b", "ab"), ("a$", "ab"), ("x{3}", "xx"), ("^x{1,2}$", "xxx"), ("[^a]", "A"), ("\\d", "x"),
            (".", ""), ("(ab)+c", "abac"),
            ("^(a|b)$", "ab"), ("a^b", "ab"), ("é", "É"),
        ]
    )
    func doesNotMatch(pattern: String, text: String) throws {
        #expect(try !SafeRegex(pattern).matches(text))
    }

    @Test(
        "know a text that every match holds",
        arguments: [
            ("abc", "abc"), ("zeb+ra", "zeb"), ("ab?cde", "cde"), ("a|bc", ""), ("x(abc)y", "xabcy"),
            ("(ab|c)def", "def"),
            ("(ab)+c", "ab"), ("(ab){2}c", "ababc"), ("(ab){2,3}cd", "abab"), ("(ab){0,3}cd", "cd"), ("^ab$", "ab"),
            ("a.bc", "bc"), ("[a]b", "ab"), ("[ab]c", "c"), ("[^a]bc", "bc"), ("\\.5\\d", ".5"), ("\\d+", ""),
            ("é+l", "é"),
            ("(a*)bc", "bc"), ("()", ""), ("a{20}b", "aaaaaaaaaaaaaaaa"),
        ]
    )
    func literals(pattern: String, literal: String) throws {
        #expect(try SafeRegex(pattern).literal == literal)
    }

    @Test(
        "say what is wrong",
        arguments: [
            ("", SafeRegexError.empty), ("(a", .unclosedGroup), ("a)", .unopenedGroup), ("[a", .unclosedSet),
            ("[b-a]", .badRange), ("*a", .nothingToRepeat),
            ("a**", .nothingToRepeat), ("a{3,2}", .badRepetition), ("a{2", .badRepetition), ("\\1", .badEscape("1")),
            ("\\b", .badEscape("b")),
            ("a\\", .badEscape("")), ("(?=a)", .unknownGroup), ("(a{1000}){1000}", .tooLarge),
            ("((){1000}){1000}", .tooLarge),
            (String(repeating: "(", count: 100), .tooDeep(limit: 20)),
            (String(repeating: "a", count: 257), .tooLong(limit: 256)),
        ]
    )
    func mistakes(pattern: String, error: SafeRegexError) {
        #expect(throws: error) { try SafeRegex(pattern) }
        #expect(error.description.hasSuffix("."))
    }

    @Test("take no longer for what makes other engines hang")
    func hostile() throws {
        let text = String(repeating: "a", count: 500)
        let clock = ContinuousClock()
        for pattern in ["(a+)+b", "(a|a)*b", "(a|aa)+$x", "(.*)*x", "(a?){50}a{50}b"] {
            let regex = try SafeRegex(pattern)
            let time = clock.measure { #expect(!regex.matches(text)) }
            #expect(time < .seconds(5), "\(pattern)")
        }
    }
}
