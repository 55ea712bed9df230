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

    @Test("Bytes of a fault are found among the characters")
    func place() {
        let field = TextField("{\n  \"é👩‍💻\": x\n}", isMultiline: true)
        let bytes = Array(field.text.utf8)
        let start = bytes.firstIndex(of: UInt8(ascii: "x")) ?? 0
        #expect(field.range(ofBytes: start..<start + 1) == 10..<11)
        #expect(field.range(ofBytes: bytes.count..<bytes.count) == 13..<13)
        #expect(field.range(ofBytes: 5..<6) == 5..<6)
    }

    @Test("Words, selection, cut, copy and put back")
    func selection() {
        #expect(after("ab cd ef", .wordLeft, .wordLeft) == "ab |cd ef")
        #expect(after("ab cd ef", .lineStart, .wordRight) == "ab| cd ef")
        #expect(after("ab cd", .selectWordLeft, .deleteWord) == "ab |")
        #expect(after("ab cd", .selectLeft, .selectLeft, .copySelection, .lineStart, .putBack) == "cd|ab cd")
        #expect(after("ab cd", .selectToStart, .deleteBack) == "|")
        #expect(after("ab cd", .lineStart, .select, .right, .right, .deleteForward) == "| cd")
        #expect(after("ab\ncd", .selectUp, .deleteBack, lines: true) == "ab|")
        var field = TextField("ab cd")
        field.apply(.selectWordLeft)
        field.insert("x")
        #expect(shown(field) == "ab x|")
        field.apply(.selectLeft)
        field.apply(.left)
        #expect(field.selection == nil)
    }

    @Test("Undo goes back by words and edits, redo makes them again, typing forgets what was taken back")
    func undo() {
        var field = TextField()
        for character in "ab cd" { field.insert(String(character), isTyped: true) }
        field.apply(.deleteWord)
        #expect(shown(field) == "ab |")
        field.apply(.undo)
        #expect(shown(field) == "ab cd|")
        field.apply(.undo)
        #expect(shown(field) == "ab |")
        field.apply(.undo)
        #expect(shown(field) == "|")
        let isUndone = field.apply(.undo)
        #expect(!isUndone)
        field.apply(.redo)
        field.apply(.redo)
        #expect(shown(field) == "ab cd|")
        field.apply(.undo)
        field.insert("x", isTyped: true)
        let isRedone = field.apply(.redo)
        #expect(!isRedone)
        #expect(shown(field) == "ab x|")
        field.insert("a\nb")
        field.replaceAll(with: "other")
        field.apply(.undo)
        #expect(shown(field) == "ab xa b|")
    }

    @Test("What is changed again and again is taken back as far as is kept, and no further")
    func boundedHistory() {
        var field = TextField()
        for index in 0..<1_000 { field.insert("\(index) ") }
        var count = 0
        while field.apply(.undo) { count += 1 }
        #expect(count == EditHistory.changeLimit)
        while field.apply(.redo) {}
        #expect(field.text == (0..<1_000).map { "\($0) " }.joined())
    }

    @Test("A character of several scalars is one, also when it comes scalar by scalar")
    func graphemes() {
        var field = TextField()
        for scalar in "e\u{301}👩‍💻🇩🇪".unicodeScalars { field.insert(String(scalar), isTyped: true) }
        #expect(field.characters.count == 3)
        field.apply(.left)
        field.apply(.left)
        #expect(shown(field) == "é|👩‍💻🇩🇪")
        field.apply(.deleteForward)
        #expect(shown(field) == "é|🇩🇪")
        while field.apply(.undo) {}
        #expect(shown(field) == "|")
    }

    @Test("A new line of JSON goes as far in as its brackets say")
    func indent() {
        var field = TextField("", isMultiline: true)
        field.typeJSON("{")
        field.breakLine()
        #expect(shown(field) == "{\n  |")
        field.insert("\"a\": [")
        field.breakLine()
        field.insert("1")
        field.breakLine()
        field.typeJSON("]")
        field.breakLine()
        field.typeJSON("}")
        #expect(shown(field) == "{\n  \"a\": [\n    1\n  ]\n}|")
        var pair = TextField("{}", isMultiline: true)
        pair.apply(.left)
        pair.breakLine()
        #expect(shown(pair) == "{\n  |\n}")
    }

    @Test("A bracket knows the one that it belongs to; brackets in strings are text")
    func brackets() {
        var field = TextField("{\"a}\": [1, {}]}", isMultiline: true)
        #expect(JSONPlace.brackets(in: field).sorted() == [0, 14])
        field.move(to: 7)
        #expect(JSONPlace.brackets(in: field).sorted() == [7, 13])
        field.move(to: 3)
        #expect(JSONPlace.brackets(in: field).isEmpty)
    }

    @Test("A field holds no more than its limit")
    func limit() {
        var field = TextField(String(repeating: "x", count: TextField.limit - 1))
        field.insert("abc")
        #expect(field.characters.count == TextField.limit)
    }
}
