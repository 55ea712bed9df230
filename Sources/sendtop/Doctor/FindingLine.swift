import SendtopCore
import SendtopTerminal
import SendtopUI

/// Writes findings as lines for people: shape, word and, on a terminal with colours, colour.
struct FindingLine {
    let isUnicode: Bool
    let depth: ColorDepth
    let theme: Theme?

    /// The line, clean but for the colours.
    func text(_ finding: Finding) -> String {
        let verdict = finding.verdict
        let words = "\(verdict.shape(isUnicode: isUnicode)) \(verdict.rawValue)".padded(to: 10)
        let advice = finding.advice.map { " \($0)" } ?? ""
        return colored(words, verdict.role)
            + TextGate.line(" " + finding.subject.rawValue.padded(to: 14) + finding.sentence + advice)
    }

    private func colored(_ text: String, _ role: Role) -> String {
        guard let look = theme?.look(of: role), let code = code(look) else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func code(_ look: Look) -> String? {
        switch depth {
        case .mono: nil
        case .palette: "38;5;\(look.c256)"
        case .direct: "38;2;\(look.rgb.red);\(look.rgb.green);\(look.rgb.blue)"
        case .eight, .sixteen:
            switch look.c16 {
            case .terminal: nil
            case .number(let number) where number < 8 || depth == .eight: "\(30 + number % 8)"
            case .number(let number): "\(90 + number - 8)"
            }
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
