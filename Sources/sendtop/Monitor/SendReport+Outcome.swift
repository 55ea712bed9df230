import SendtopClient
import SendtopCore
import SendtopUI

extension SendReport {
    /// What the service's answer means to the person at the form.
    init(requestID: String, outcome: SendOutcome) {
        let meaning: Outcome =
            switch outcome {
            case .accepted(let acceptance): .accepted(dispatchID: acceptance.dispatchID)
            case .taken: .taken
            case .rejected: .rejected
            case .failed: .failed
            }
        self.init(requestID: requestID, outcome: meaning, message: outcome.sentence, fields: outcome.fields)
    }
}

extension SendOutcome {
    /// The fields that the service's answer is about.
    fileprivate var fields: [SendDraft.Field] {
        guard case .answer(_, let message, let errors)? = error?.cause else { return [] }
        return SendDraft.Field.mentioned(in: ([message] + errors).joined(separator: "\n"))
    }
}
