import SendtopCore
import Testing

@Suite("A mistake in a filter")
struct FilterMistakeTests {
    private func mistakes(_ text: String) -> [FilterMistake] {
        do throws(FilterError) {
            _ = try Filter.parse(text, now: Timestamp(milliseconds: 0))
            return []
        } catch {
            return error.mistakes
        }
    }

    @Test(
        "is said in a sentence, with its place",
        arguments: [
            ("a \"b", 2..<4, "This quote is not closed: add a \"."),
            ("/ab", 0..<3, "This expression is not closed: add a /, or put the word in quotes."),
            ("(a", 0..<1, "This parenthesis is not closed: add a )."),
            ("a )", 2..<3, "This parenthesis was not opened: remove it, or put it in quotes."),
            ("a ()", 2..<4, "There is nothing in these parentheses."),
            ("a or", 2..<4, "`or` needs a term beside it; to search for the word, put it in quotes."),
            ("and a", 0..<3, "`and` needs a term beside it; to search for the word, put it in quotes."),
            ("a not", 2..<5, "`not` needs a term beside it; to search for the word, put it in quotes."),
            ("x stauts:b", 2..<8, "No field is called `stauts`; to search for the text, put it in quotes."),
            ("status:", 0..<6, "`status` needs a value."), ("lat>", 0..<3, "`lat` needs a value."),
            ("code>5", 0..<4, "`code` takes a colon, as in `code:…`."),
            ("lat:2s", 0..<3, "`lat` is compared, as in `lat>2s`."),
            ("since>13:50", 0..<5, "`since` takes a colon, as in `since:…`."),
            ("lat>2", 4..<5, "`2` is no duration: write a number and ms, s, m, h or d, as in `1.5s`."),
            ("age<x", 4..<5, "`x` is no duration: write a number and ms, s, m, h or d, as in `1.5s`."),
            (
                "since:25:00", 6..<11,
                "`25:00` is no time: write `13:50`, `2026-05-01` or `2026-05-01T13:50`, in UTC."
            ),
            ("/a(/", 0..<4, "A group is not closed: add a )."),
        ]
    )
    func sentences(text: String, range: Range<Int>, sentence: String) {
        let mistakes = mistakes(text)
        #expect(mistakes.map(\.description) == [sentence])
        #expect(mistakes.map(\.range) == [range])
    }

    @Test("in a class names the classes that there are")
    func classes() {
        let description = mistakes("class:no-usr").first?.description
        #expect(description?.hasPrefix("No class is called `no-usr`; there are no-user, disabled, no-domain,") == true)
        #expect(mistakes("class:no-usr").map(\.range) == [6..<12])
        #expect(mistakes("class:NO-USER class:no-*").isEmpty)
    }

    @Test("does not hide the next one")
    func several() {
        #expect(mistakes("foo:1 and lat>x )").map(\.range) == [0..<3, 14..<15, 16..<17])
    }

    @Test("in the whole is said by the first, with its column")
    func error() {
        #expect(throws: FilterError(mistakes: mistakes("a )"))) {
            try Filter.parse("a )", now: Timestamp(milliseconds: 0))
        }
        #expect(
            FilterError(mistakes: mistakes("a )")).description
                == "Column 3: This parenthesis was not opened: remove it, or put it in quotes."
        )
    }

    @Test("of size is found before it costs anything")
    func limits() {
        #expect(mistakes(String(repeating: "a ", count: 100_000)).map(\.fault) == [.tooLong(limit: 2_000)])
        #expect(mistakes(String(repeating: "(", count: 1_000)).contains { $0.fault == .tooDeep(limit: 50) })
        #expect(mistakes(String(repeating: "not ", count: 400)).contains { $0.fault == .tooDeep(limit: 50) })
    }

    @Test("is found or not, but nothing traps, whatever is typed")
    func fuzz() throws {
        let parts = [
            "(", ")", "\"", "/", "\\", " ", "and", "or", "not", "status:", "class:", "lat>", "<", "=", "age", "since:",
            "13:50", "2026-05-01", "*",
            "[", "]", "{", "}", "2", ",", "+", "?", "^", "$", "|", ".", "s", "ms", "é", "👨‍👩‍👧", "\u{0}", "\n", ":",
        ]
        let row = SendRow(id: 1, send: Send(seenAt: Timestamp(milliseconds: 0)))
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...12)).map { _ in parts.randomElement() ?? "" }.joined()
            let found = mistakes(text)
            #expect(found.allSatisfy { 0 <= $0.range.lowerBound && $0.range.upperBound <= text.count }, "\(text)")
            if found.isEmpty {
                _ = try Filter.parse(text, now: Timestamp(milliseconds: 0)).matches(
                    row,
                    now: Timestamp(milliseconds: 0)
                )
            }
        }
    }
}
