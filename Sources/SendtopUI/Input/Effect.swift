public import SendtopCore

/// Anything that the screen wants done.
public enum Effect: Sendable, Hashable {
    /// Ask the ledger; answered by `Input.loaded` or `Input.loadFailed`. A newer request replaces one that waits.
    case load(PageRequest)
    /// Ask the sandbox for the mail that it rendered for a send; answered by `Input.message`.
    case loadMessage(dispatchID: String)
    /// Ask the ledger what our own sends were composed of; answered by `Input.used`.
    case loadUsed
    /// Read the saved drafts; answered by `Input.drafts` or `Input.draftsFailed`, as are the next two.
    case loadDrafts
    /// Keep a draft under its name, in place of one that has the name.
    case saveDraft(SavedDraft)
    /// Forget the draft of a name.
    case deleteDraft(String)
    /// Put a text where the terminal pastes from, and say what it was; answered by `Input.said`.
    case copyText(String, name: String)
    /// Look whether sending a request now is risky; answered by `Input.weighed`.
    case weigh(SendRequest)
    /// Issue a send; answered by `Input.answered` with the same request id.
    case send(SendRequest, requestID: String)
    /// Paint every cell anew.
    case repaint
    /// Use another theme, by name; `Input.themeFailed` says when it cannot be.
    case theme(String)
    /// Say which themes there are; answered by `Input.themes`.
    case listThemes
    /// Find the sends that are to be marked; answered by `Input.marked`.
    case mark(MarkRequest)
    /// Find the send with an id, or those whose dispatch id begins with it; answered by `Input.located`.
    case locate(String)
    /// Put the ids of sends, by their rows' `id`, where the terminal pastes from; answered by `Input.said`.
    case copy([Int64])
    /// Write what is shown to a new file; answered by `Input.said`.
    case export(Export)
    /// Note in the ledger who looks, and then show the send of this row as it is; answered by `Input.peeked`.
    case peek(Int64)
    /// Keep this for the next run.
    case remember(ScreenMemory)
    /// End the program.
    case quit
}
