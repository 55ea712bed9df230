import Testing

@testable import SendtopUI

@Suite struct TextFieldTests {
    /// A text with `|` where the cursor is.
    private func shown(_ field: TextField) -> String {
        String(field.characters[..<field.cursor]) + "|" + String(field.characters[field.cursor...])
    }

    private func after(_ text: String, _ edits: TextField.Edit..., lines: Bool = false) -> String {
        var field = TextField(text, isMultiline: lines)
        for edit in edits { field.apply(edit) }
        return shown(field)
    }

    @Test("The readline set edits a line")
    func readline() {
        #expect(after("ab cd", .lineStart, .right) == "a|b cd")
        #expect(after("ab cd", .left, .left, .deleteBack) == "ab|cd")
        #expect(after("ab cd", .lineStart, .deleteForward) == "|b cd")
        #expect(after("ab cd  ", .deleteWord) == "ab |")
        #expect(after("ab cd", .left, .deleteToStart) == "|d")
        #expect(after("ab cd", .lineStart, .right, .deleteToEnd) == "a|")
        #expect(after("ab cd", .deleteWord, .lineStart, .putBack) == "cd|ab ")
        #expect(after("", .left, .deleteBack, .deleteForward, .deleteWord, .lineUp, .lineDown) == "|")
    }

    @Test("Over several lines the keys keep to the line, and the column as far as there is one")
    func lines() {
        #expect(after("abcd\ne\nfghi", .lineUp, lines: true) == "abcd\ne|\nfghi")
        #expect(after("abcd\ne\nfghi", .lineUp, .lineUp, lines: true) == "a|bcd\ne\nfghi")
        #expect(after("abcd\ne\nfghi", .lineStart, .lineUp, .lineDown, .lineEnd, lines: true) == "abcd\ne\nfghi|")
        #expect(after("ab\ncd", .deleteToStart, .deleteBack, lines: true) == "ab|")
    }

    @Test("A pasted line break stays in a text of lines, and is a blank in others; CR LF is one")
    func paste() {
        #expect(TextField("a\r\nb\rc\n", isMultiline: true).text == "a\nb\nc\n")
        #expect(TextField("a\r\nb\n\n").text == "a b")
    }

    @Test("A place of JSON's fault is found by line and scalar")
    func place() {
        var field = TextField("{\n  \"é\": x\n}", isMultiline: true)
        field.moveTo(line: 2, column: 8)
        #expect(shown(field) == "{\n  \"é\": |x\n}")
        field.moveTo(line: 2, column: 99)
        #expect(shown(field) == "{\n  \"é\": x|\n}")
        field.moveTo(line: 99, column: 1)
        #expect(shown(field) == "{\n  \"é\": x\n}|")
    }

    @Test("A field holds no more than its limit")
    func limit() {
        var field = TextField(String(repeating: "x", count: TextField.limit - 1))
        field.insert("abc")
        #expect(field.characters.count == TextField.limit)
    }
}
