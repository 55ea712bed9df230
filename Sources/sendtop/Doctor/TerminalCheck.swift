import Foundation
import SendtopTerminal
import SendtopUI

/// Whether the monitor can be drawn here.
struct TerminalCheck {
    let environment: [String: String]

    func findings() async -> [Finding] {
        guard Console.isTerminal else {
            return [.ok(.terminal, "The output is no terminal; sendtop prints one line an event there.")]
        }
        let facts = await TerminalFacts.read(environment: environment)
        guard let type = facts.type else {
            return [
                .fault(.terminal, "TERM is not set.", "Set it to what the terminal is, such as xterm-256color.")
            ]
        }
        var findings: [Finding] = []
        if !facts.isKnown {
            findings.append(
                .warning(
                    .terminal,
                    "This machine does not know a terminal \"\(type)\", so it is taken for another.",
                    "Install ncurses-term, or set TERM=xterm-256color."
                )
            )
        } else if !facts.canMoveCursor {
            findings.append(
                .warning(.terminal, "A terminal \"\(type)\" cannot be drawn on.", "Set TERM to what it is.")
            )
        }
        if !facts.isUnicode {
            findings.append(
                .warning(.terminal, "The locale is not a UTF-8 one, so only ASCII is drawn.", "Set LANG=C.UTF-8.")
            )
        }
        let size = facts.size
        if size.columns < 40 || size.rows < 10 {
            findings.append(
                .warning(.terminal, "It has only \(size.columns) columns and \(size.rows) rows.", "Make it larger.")
            )
        }
        let colors = "\(facts.colorDepth.words), \(size.columns) columns, \(size.rows) rows"
        return findings.isEmpty ? [.ok(.terminal, "\(type): UTF-8, \(colors).")] : findings
    }
}

extension ColorDepth {
    fileprivate var words: String {
        switch self {
        case .mono: "no colours"
        case .eight: "8 colours"
        case .sixteen: "16 colours"
        case .palette: "256 colours"
        case .direct: "colours of 24 bits"
        }
    }
}
