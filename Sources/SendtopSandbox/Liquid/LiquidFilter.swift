import SendtopCore

/// The filters that templates may use.
enum LiquidFilter: String, Sendable, Hashable, CaseIterable {
    case `default`, size, date, json
    // Text.
    case append, prepend, capitalize, downcase, upcase, escape
    case lstrip, rstrip, strip, stripHTML = "strip_html", stripNewlines = "strip_newlines"
    case newlineToBR = "newline_to_br"
    case remove, removeFirst = "remove_first", replace, replaceFirst = "replace_first"
    case slice, split, truncate, truncateWords = "truncatewords"
    case urlEncode = "url_encode"
    // Numbers.
    case abs, atLeast = "at_least", atMost = "at_most", ceil, floor, round
    case plus, minus, times, dividedBy = "divided_by", modulo
    // Lists.
    case compact, concat, first, join, last, map, reverse, sort, uniq

    /// How many arguments the filter takes.
    var arguments: ClosedRange<Int> {
        switch self {
        case .default, .date, .append, .prepend, .remove, .removeFirst, .split, .atLeast, .atMost, .plus, .minus,
            .times, .dividedBy, .modulo, .concat, .map:
            1...1
        case .replace, .replaceFirst: 1...2
        case .slice: 1...2
        case .truncate, .truncateWords: 0...2
        case .round, .join, .sort: 0...1
        default: 0...0
        }
    }

    /// The value after the filter.
    func apply(to value: JSON, _ arguments: [JSON], now: Timestamp) -> JSON {
        switch self {
        case .default: value.isLiquidTrue && !value.isBare ? value : arguments.at(0)
        case .size: LiquidFilter.size(of: value)
        case .date: LiquidDate.text(of: value, format: arguments.at(0).liquidText, now: now)
        case .json: .string(value.text())
        case .abs, .atLeast, .atMost, .ceil, .floor, .round, .plus, .minus, .times, .dividedBy, .modulo:
            number(value, arguments)
        case .compact, .concat, .first, .join, .last, .map, .reverse, .sort, .uniq:
            list(value, arguments)
        default:
            text(value.liquidText, arguments)
        }
    }

    private static func size(of value: JSON) -> JSON {
        switch value {
        case .array(let elements): .number(JSONNumber(elements.count))
        case .object(let object): .number(JSONNumber(object.members.count))
        default: .number(JSONNumber(value.liquidText.count))
        }
    }
}

extension [JSON] {
    /// The argument at a place; `null` when it was not given.
    func at(_ index: Int) -> JSON {
        indices.contains(index) ? self[index] : .null
    }
}

extension JSON {
    /// Whether the value is an empty text, array or object.
    fileprivate var isBare: Bool {
        switch self {
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let object): object.isEmpty
        default: false
        }
    }
}
