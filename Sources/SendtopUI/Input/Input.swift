public import SendtopCore

/// Anything that wakes the screen.
public enum Input: Sendable {
    case key(Key)
    case resized(Size)
    /// The ledger has something new.
    case ledgerChanged
    /// The answer to `Effect.load`.
    case loaded(PageRequest, Page)
    /// The ledger could not answer, and why.
    case loadFailed(String)
    /// How the listener fares.
    case intake(IntakeStatus)
    /// The mail of a send: the answer to `Effect.loadMessage`.
    case message(dispatchID: String, MessageAnswer)
    /// What our own sends were composed of: the answer to `Effect.loadUsed`.
    case used(UsedValues)
    /// The saved drafts: the answer to every effect of drafts.
    case drafts([SavedDraft])
    /// Why the saved drafts cannot be had, or be changed: one sentence.
    case draftsFailed(String)
    /// What is risky about sending a request now, if anything: the answer to `Effect.weigh`.
    case weighed(SendRequest, risk: String?)
    /// The service's answer to `Effect.send`.
    case answered(SendReport)
    /// The answer to `Effect.mark`: rows' `id`, the newest first.
    case marked(MarkRequest, [Int64])
    /// The answer to `Effect.locate`: rows' `id`, at most two.
    case located(String, [Int64])
    /// A masked send as it is: the answer to `Effect.peek`, once the ledger has it who looks.
    case peeked(Timeline)
    /// What became of something that the screen wanted done: one sentence.
    case said(String, isProblem: Bool)
    /// The names of all themes, since they may have changed.
    case themes([String])
    /// A theme cannot be used, and why: one sentence with file, line and column. The colours stay as they are.
    case themeFailed(name: String, String)
    /// As much time went by as `MonitorState.beat` says.
    case tick
    /// Looks at the ledger are seconds apart from now on, since work waits for the processors; or are so no more.
    case crowded(Bool)
}

/// What became of a send from the form.
public struct SendReport: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        case accepted(dispatchID: String?)
        /// The service already holds a send with this `external_send_id`.
        case taken
        case rejected
        case failed
    }

    /// Our own name for the request, the one that `Effect.send` gave.
    public var requestID: String
    public var outcome: Outcome
    /// One sentence for the person who sent it.
    public var message: String
    /// The fields that the service's answer is about.
    public var fields: [SendDraft.Field]

    public init(requestID: String, outcome: Outcome, message: String, fields: [SendDraft.Field] = []) {
        self.fields = fields
        self.requestID = requestID
        self.outcome = outcome
        self.message = message
    }
}
