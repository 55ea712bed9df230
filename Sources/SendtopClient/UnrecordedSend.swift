import SendtopCore

/// A send was made, and could not be written into the ledger.
public struct UnrecordedSend: Error, Sendable {
    /// What became of the send.
    public var outcome: SendOutcome
    /// Why it is not in the ledger.
    public var reason: String

    /// One sentence that says what is missing in the ledger and why, without what the service answered.
    public var sentence: String {
        let deed =
            switch outcome {
            case .accepted, .taken: "The send went out, but it is not in the ledger"
            case .rejected: "The send was rejected, and that is not in the ledger"
            case .failed: "The send failed, and that is not in the ledger"
            }
        return TextGate.line("\(deed): \(reason)\(reason.hasSuffix(".") ? "" : ".")")
    }
}

extension UnrecordedSend: CustomStringConvertible {
    /// What is missing in the ledger, and what the service answered.
    public var description: String {
        TextGate.line("\(sentence) \(outcome.sentence)")
    }
}
