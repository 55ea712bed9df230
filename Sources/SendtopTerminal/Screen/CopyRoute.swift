import Foundation

/// How copied text gets to the clipboard of the terminal that somebody looks at, by the sequence OSC 52.
public enum CopyRoute: Sendable, Hashable {
    case terminal
    /// tmux takes it itself when `set-clipboard` is `on`, and lets it through when `allow-passthrough` is.
    case tmux
    /// GNU screen knows nothing of clipboards, and lets short pieces through.
    case screen

    /// Screen cuts strings that are longer than 768 bytes.
    private static let pieceLength = 512

    init(environment: [String: String]) {
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        let type = environment["TERM"] ?? ""
        if isSet("TMUX") || type.hasPrefix("tmux") {
            self = .tmux
        } else if isSet("STY") || type.hasPrefix("screen") {
            self = .screen
        } else {
            self = .terminal
        }
    }

    /// The bytes that copy a text. It is sent as base64 alone: nothing of it is obeyed.
    func bytes(copying text: [UInt8]) -> [UInt8] {
        let sequence = Array("\u{1B}]52;c;\(Data(text).base64EncodedString())\u{7}".utf8)
        switch self {
        case .terminal:
            return sequence
        case .tmux:
            let doubled = sequence.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
            return sequence + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
        case .screen:
            return stride(from: 0, to: sequence.count, by: CopyRoute.pieceLength).flatMap { start in
                let piece = sequence[start..<min(sequence.count, start + CopyRoute.pieceLength)]
                return Array("\u{1B}P".utf8) + piece + Array("\u{1B}\\".utf8)
            }
        }
    }
}
