import SendtopCore

extension LiquidFilter {
    /// Applies a filter of numbers.
    func number(_ value: JSON, _ arguments: [JSON]) -> JSON {
        let left = value.liquidNumber
        let right = arguments.at(0).liquidNumber
        switch self {
        case .plus:
            return LiquidNumber.reckon(left, right, whole: { $0.addingReportingOverflow($1) }, broken: +).json
        case .minus:
            return LiquidNumber.reckon(left, right, whole: { $0.subtractingReportingOverflow($1) }, broken: -).json
        case .times:
            return LiquidNumber.reckon(left, right, whole: { $0.multipliedReportingOverflow(by: $1) }, broken: *).json
        case .dividedBy, .modulo:
            guard right.double != 0 else { return "Liquid error: divided by 0" }
            return divided(left, by: right).json
        case .abs:
            return left.double < 0 ? LiquidFilter.minus.number(0, [value]) : left.json
        case .atLeast: return left.double < right.double ? right.json : left.json
        case .atMost: return left.double > right.double ? right.json : left.json
        case .ceil: return LiquidFilter.rounded(left, .up)
        case .floor: return LiquidFilter.rounded(left, .down)
        case .round: return LiquidFilter.rounded(left, places: arguments.at(0).liquidInt)
        default: return value
        }
    }

    // As in Ruby, whole division and its rest round downwards.
    private func divided(_ left: LiquidNumber, by right: LiquidNumber) -> LiquidNumber {
        let isModulo = self == .modulo
        return LiquidNumber.reckon(
            left,
            right,
            whole: { first, second in
                let (quotient, overflow) = first.dividedReportingOverflow(by: second)
                guard !overflow else { return (0, true) }
                let rest = first % second
                let isBelow = rest != 0 && (rest < 0) != (second < 0)
                if isModulo { return (isBelow ? rest + second : rest, false) }
                return (isBelow ? quotient - 1 : quotient, false)
            },
            broken: { first, second in
                isModulo ? first - second * (first / second).rounded(.down) : first / second
            }
        )
    }

    private static func rounded(_ number: LiquidNumber, _ rule: FloatingPointRoundingRule) -> JSON {
        guard case .broken(let value) = number else { return number.json }
        return Int64(exactly: value.rounded(rule)).map { .number(JSONNumber($0)) } ?? number.json
    }

    private static func rounded(_ number: LiquidNumber, places: Int64) -> JSON {
        guard places > 0 else { return rounded(number, .toNearestOrAwayFromZero) }
        guard case .broken(let value) = number, places < 16 else { return number.json }
        let factor = (0..<places).reduce(1.0) { power, _ in power * 10 }
        return LiquidNumber.broken((value * factor).rounded() / factor).json
    }
}
