/// Cuts a filter's text into pieces.
struct FilterLexer {
    private let characters: [Character]
    private var position = 0
    private(set) var mistakes: [FilterMistake] = []

    init(_ text: String) {
        characters = Array(text)
    }

    /// The next piece, or `nil` at the end.
    mutating func next() -> FilterToken? {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
        guard position < characters.count else { return nil }
        let start = position
        let kind: FilterToken.Kind
        switch characters[position] {
        case "(":
            position += 1
            kind = .open
        case ")":
            position += 1
            kind = .close
        case "\"": kind = .quoted(delimited(by: "\"", unclosed: .unclosedQuote))
        case "/": kind = .regex(delimited(by: "/", unclosed: .unclosedRegex))
        default: kind = plain()
        }
        return FilterToken(kind: kind, range: start..<position)
    }

    private mutating func plain() -> FilterToken.Kind {
        var text = ""
        while position < characters.count {
            let character = characters[position]
            if character.isWhitespace || character == "(" || character == ")" { break }
            if character == "\"", text.last == ":" {
                return .plain(text, value: delimited(by: "\"", unclosed: .unclosedQuote))
            }
            text.append(character)
            position += 1
        }
        return .plain(text, value: nil)
    }

    /// Takes what stands between two delimiters; a backslash keeps the delimiter, and in quotes itself, from its role.
    private mutating func delimited(by delimiter: Character, unclosed: FilterMistake.Fault) -> String {
        let start = position
        position += 1
        var text = ""
        while position < characters.count {
            let character = characters[position]
            position += 1
            if character == delimiter { return text }
            if character == "\\", position < characters.count {
                let next = characters[position]
                position += 1
                // In an expression every other escape is the expression's own.
                if next != delimiter, delimiter == "/" || next != "\\" { text.append(character) }
                text.append(next)
            } else {
                text.append(character)
            }
        }
        mistakes.append(FilterMistake(unclosed, start..<position))
        return text
    }
}
