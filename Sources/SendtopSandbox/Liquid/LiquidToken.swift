import SendtopCore

/// A word inside `{{ }}` or `{% %}`.
struct LiquidToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case name(String)
        /// `${name}`
        case field(String)
        case string(String)
        case number(JSONNumber)
        /// `|`, `==` and the like.
        case symbol(String)
    }

    var kind: Kind
    var offset: Int
}

extension LiquidToken {
    /// The word as a person would point at it.
    var shown: String {
        switch kind {
        case .name(let name): "'\(name)'"
        case .field(let name): "'${\(name)}'"
        case .string(let text): "the text '\(text)'"
        case .number(let number): "\(number.text)"
        case .symbol(let symbol): "'\(symbol)'"
        }
    }
}
