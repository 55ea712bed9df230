/// One thing that is wrong with the text of a filter, and where.
public struct FilterMistake: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Fault: Sendable, Hashable {
        case tooLong(limit: Int)
        case tooDeep(limit: Int)
        case unclosedQuote
        case unclosedRegex
        case unclosedParenthesis
        case unopenedParenthesis
        case emptyParentheses
        /// Nothing stands beside `and`, `or` or `not`.
        case nothingBeside(String)
        case unknownField(String)
        /// A field stands without a value, or a comparison without a duration.
        case missingValue(String)
        /// A field with a comparison, or `lat` and `age` with a colon.
        case wrongOperator(String)
        case unknownClass(String)
        case badDuration(String)
        case badTime(String)
        case badRegex(SafeRegexError)
    }

    public let fault: Fault
    /// The characters that are wrong, counted from 0; empty where something is missing.
    public let range: Range<Int>

    public init(_ fault: Fault, _ range: Range<Int>) {
        self.fault = fault
        self.range = range
    }

    public var description: String {
        switch fault {
        case .tooLong(let limit): "A filter has at most \(limit) characters."
        case .tooDeep(let limit): "Parentheses and `not` nest at most \(limit) deep."
        case .unclosedQuote: "This quote is not closed: add a \"."
        case .unclosedRegex: "This expression is not closed: add a /, or put the word in quotes."
        case .unclosedParenthesis: "This parenthesis is not closed: add a )."
        case .unopenedParenthesis: "This parenthesis was not opened: remove it, or put it in quotes."
        case .emptyParentheses: "There is nothing in these parentheses."
        case .nothingBeside(let word): "`\(word)` needs a term beside it; to search for the word, put it in quotes."
        case .unknownField(let name): "No field is called `\(name)`; to search for the text, put it in quotes."
        case .missingValue(let name): "`\(name)` needs a value."
        case .wrongOperator(let name):
            switch name {
            case "lat", "age": "`\(name)` is compared, as in `\(name)>2s`."
            default: "`\(name)` takes a colon, as in `\(name):…`."
            }
        case .unknownClass(let name):
            "No class is called `\(name)`; there are \(BounceClass.allCases.map(\.rawValue).joined(separator: ", "))."
        case .badDuration(let text): "`\(text)` is no duration: write a number and ms, s, m, h or d, as in `1.5s`."
        case .badTime(let text):
            "`\(text)` is no time: write `13:50`, `2026-05-01` or `2026-05-01T13:50`, in UTC."
        case .badRegex(let error): error.description
        }
    }
}
