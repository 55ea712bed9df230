import SendtopCore

extension LiquidFilter {
    /// Applies a filter of lists.
    func list(_ value: JSON, _ arguments: [JSON]) -> JSON {
        let elements = value.array ?? (value.isNull ? [] : [value])
        switch self {
        case .compact: return .array(elements.filter { !$0.isNull })
        case .concat: return .array(elements + (arguments.at(0).array ?? []))
        case .first: return elements.first ?? .null
        case .last: return elements.last ?? .null
        case .join:
            let separator = arguments.isEmpty ? " " : arguments.at(0).liquidText
            return .string(elements.map(\.liquidText).joined(separator: separator))
        case .map: return .array(elements.map { LiquidFilter.member(of: $0, arguments.at(0)) })
        case .reverse: return .array(elements.reversed())
        case .sort: return .array(LiquidFilter.sorted(elements, by: arguments.first))
        case .uniq: return .array(LiquidFilter.unique(elements))
        default: return value
        }
    }

    private static func member(of element: JSON, _ key: JSON) -> JSON {
        element.object?[key.liquidText] ?? .null
    }

    private static func sorted(_ elements: [JSON], by key: JSON?) -> [JSON] {
        elements.sorted { left, right in
            let (first, second) = key.map { (member(of: left, $0), member(of: right, $0)) } ?? (left, right)
            return first.liquidOrder(before: second) ?? (first.liquidText < second.liquidText)
        }
    }

    private static func unique(_ elements: [JSON]) -> [JSON] {
        var seen: Set<JSON> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
