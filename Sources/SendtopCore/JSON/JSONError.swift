/// Where and why a text is not the JSON that was asked for.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong at the position.
    public enum Problem: Sendable, Hashable {
        case empty
        case notUTF8
        case expectedValue
        case expectedKey
        case expectedColon
        case expectedCommaOrEnd(of: Character)
        case trailingText
        case badNumber
        case badEscape
        case loneSurrogate
        case controlCharacter
        case unterminatedString
        case unexpectedEnd
        case tooDeep(limit: Int)
    }

    /// What is wrong.
    public let problem: Problem
    /// Bytes before the fault.
    public let offset: Int
    /// Line of the fault, from 1.
    public let line: Int
    /// Column of the fault in Unicode scalars, from 1.
    public let column: Int

    init(_ problem: Problem, at offset: Int, in bytes: [UInt8]) {
        self.problem = problem
        self.offset = offset
        var line = 1
        var column = 1
        // A byte order mark is there without being seen.
        let start = offset >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for byte in bytes.prefix(offset).dropFirst(start) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.line = line
        self.column = column
    }
}

extension JSONError: CustomStringConvertible {
    /// One sentence with the place, such as `line 2, column 7: expected a value`.
    public var description: String {
        "line \(line), column \(column): \(problem.sentence)"
    }
}

extension JSONError.Problem {
    /// What is wrong, without the place.
    public var sentence: String {
        switch self {
        case .empty: "the text is empty"
        case .notUTF8: "the bytes are not UTF-8"
        case .expectedValue: "expected a value"
        case .expectedKey: "expected a key in double quotes"
        case .expectedColon: "expected ':' after the key"
        case .expectedCommaOrEnd(let end): "expected ',' or '\(end)'"
        case .trailingText: "there is text after the value"
        case .badNumber: "this is not a number of JSON"
        case .badEscape: "this escape is unknown"
        case .loneSurrogate: "this escape is half of a surrogate pair"
        case .controlCharacter: "a control character must be escaped"
        case .unterminatedString: "the string does not end"
        case .unexpectedEnd: "the text ends too early"
        case .tooDeep(let limit): "the nesting is deeper than \(limit)"
        }
    }
}
