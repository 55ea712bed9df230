import SendtopCore

/// A number as filters reckon with it: whole as long as both sides are, and no sum overflows.
enum LiquidNumber: Sendable, Hashable {
    case whole(Int64)
    case broken(Double)

    var double: Double {
        switch self {
        case .whole(let value): Double(value)
        case .broken(let value): value
        }
    }

    /// The number as a value; infinity, which JSON cannot say, is `null`.
    var json: JSON {
        switch self {
        case .whole(let value): .number(JSONNumber(value))
        case .broken(let value): JSONNumber(value).map(JSON.number) ?? .null
        }
    }

    /// Reckons whole where both are whole and it does not overflow, else broken.
    static func reckon(
        _ left: LiquidNumber,
        _ right: LiquidNumber,
        whole: (Int64, Int64) -> (partialValue: Int64, overflow: Bool),
        broken: (Double, Double) -> Double
    ) -> LiquidNumber {
        if case (.whole(let first), .whole(let second)) = (left, right) {
            let (value, overflow) = whole(first, second)
            if !overflow { return .whole(value) }
        }
        return .broken(broken(left.double, right.double))
    }
}
