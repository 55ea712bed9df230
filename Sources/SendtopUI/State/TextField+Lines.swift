extension TextField {
    /// The characters of each line, without its line break; at least one line.
    var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (index, character) in characters.enumerated() where character == "\n" {
            lines.append(start..<index)
            start = index + 1
        }
        return lines + [start..<characters.count]
    }

    /// The line that the cursor is in, and the text of that line before it.
    var place: (line: Int, before: String) {
        let start = lineStart
        return (characters[..<start].count { $0 == "\n" }, String(characters[start..<cursor]))
    }

    var lineStart: Int {
        characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }

    var lineEnd: Int {
        characters[cursor...].firstIndex(of: "\n") ?? characters.count
    }

    /// The start of the word before the cursor.
    var wordStart: Int {
        var index = cursor
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    /// The end of the word after the cursor.
    var wordEnd: Int {
        var index = cursor
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        while index < characters.count, !characters[index].isWhitespace { index += 1 }
        return index
    }

    /// The same column of the line above; `nil` in the first line.
    var above: Int? {
        let start = lineStart
        guard start > 0 else { return nil }
        let previous = characters[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return min(previous + cursor - start, start - 1)
    }

    /// The same column of the line below; `nil` in the last line.
    var below: Int? {
        let end = lineEnd
        guard end < characters.count else { return nil }
        let next = characters[(end + 1)...].firstIndex(of: "\n") ?? characters.count
        return min(end + 1 + cursor - lineStart, next)
    }

    /// The characters that some bytes of the text's UTF-8 belong to.
    func range(ofBytes bytes: Range<Int>) -> Range<Int> {
        var offset = 0
        var first: Int?
        for (index, character) in characters.enumerated() {
            if offset >= bytes.upperBound, let first { return first..<index }
            let length = character.utf8.count
            if first == nil, offset + length > bytes.lowerBound { first = index }
            offset += length
        }
        return (first ?? characters.count)..<characters.count
    }

    /// Begins a new line of JSON, as far in as the one before; inside brackets that were just opened, one step further.
    mutating func breakLine() {
        let indent = String(characters[lineStart..<cursor].prefix { $0 == " " })
        let opens = characters[lineStart..<cursor].last { !$0.isWhitespace }.map { "{[".contains($0) } ?? false
        let closes = cursor < characters.count && "}]".contains(characters[cursor])
        insert("\n" + indent + (opens ? "  " : ""))
        guard opens, closes else { return }
        let target = cursor
        insert("\n" + indent)
        move(to: target)
    }

    /// Types a character of JSON; a closing bracket at the start of a line goes a step out.
    mutating func typeJSON(_ character: Character) {
        let isIndent = cursor - lineStart >= 2 && characters[lineStart..<cursor].allSatisfy { $0 == " " }
        if "}]".contains(character), isIndent, selection == nil {
            replace(cursor - 2..<cursor, with: [character])
        } else {
            insert(String(character), isTyped: true)
        }
    }
}
