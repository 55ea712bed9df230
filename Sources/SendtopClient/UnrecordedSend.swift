import SendtopCore

/// A send was made, and could not be written into the ledger.
public struct UnrecordedSend: Error, Sendable {
    /// What became of the send.
    public var outcome: SendOutcome
    /// Why it is not in the ledger.
    public var reason: String
}

extension UnrecordedSend: CustomStringConvertible {
    /// One sentence that says both.
    public var description: String {
        let deed =
            switch outcome {
            case .accepted, .taken: "The send went out, but it is not in the ledger"
            case .rejected: "The send was rejected, and that is not in the ledger"
            case .failed: "The send failed, and that is not in the ledger"
            }
        return TextGate.line("\(deed): \(reason). \(outcome.sentence)")
    }
}
