import SendtopCore

extension SendStatus {
    /// The colour of the status.
    var role: Role {
        switch self {
        case .accepted: .accepted
        case .sent: .sent
        case .processed: .processed
        case .delivered: .delivered
        case .aborted: .aborted
        case .bounced: .bounced
        case .rejected: .rejected
        case .failed: .failed
        case .taken: .taken
        default: .unknown
        }
    }

    /// The status's shape, so that colour is never alone.
    func shape(_ glyphs: Glyphs) -> String {
        let isUnicode = glyphs == .unicode
        return switch self {
        case .accepted: isUnicode ? "○" : "."
        case .sent: isUnicode ? "→" : ">"
        case .processed: isUnicode ? "◐" : ":"
        case .delivered: isUnicode ? "✓" : "+"
        case .aborted: isUnicode ? "⊘" : "-"
        case .bounced: isUnicode ? "✗" : "x"
        case .rejected: isUnicode ? "⊗" : "R"
        case .failed: "!"
        case .taken: isUnicode ? "≡" : "="
        default: "?"
        }
    }
}

extension Send {
    /// The status's shape; `!` where postbacks contradict each other.
    func shape(_ glyphs: Glyphs) -> String {
        isContradictory ? "!" : status.shape(glyphs)
    }
}
