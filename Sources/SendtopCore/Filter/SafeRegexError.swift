/// Why a text is no regular expression, or too large a one.
public enum SafeRegexError: Error, Sendable, Hashable, CustomStringConvertible {
    case empty
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    /// Repetitions multiply to more than the engine takes.
    case tooLarge
    case unclosedGroup
    case unopenedGroup
    case unclosedSet
    case badRange
    case nothingToRepeat
    case badRepetition
    case badEscape(String)
    case unknownGroup

    public var description: String {
        switch self {
        case .empty: "The expression is empty."
        case .tooLong(let limit): "An expression has at most \(limit) characters."
        case .tooDeep(let limit): "Groups of an expression nest at most \(limit) deep."
        case .tooLarge: "The expression's repetitions are too many: make the numbers in {} smaller."
        case .unclosedGroup: "A group is not closed: add a )."
        case .unopenedGroup: "A ) closes no group: write \\) for the character."
        case .unclosedSet: "A set is not closed: add a ]."
        case .badRange: "A range in a set runs backwards or lacks an end."
        case .nothingToRepeat: "There is nothing to repeat before *, +, ? or {}: write \\ before it for the character."
        case .badRepetition: "A repetition is written {2}, {2,} or {2,5}, the first number not above the second."
        case .badEscape(let text):
            "\\\(text) is not known; there are \\d, \\w, \\s, their capitals, and \\ before signs."
        case .unknownGroup: "Only (…) and (?:…) are known groups."
        }
    }
}
