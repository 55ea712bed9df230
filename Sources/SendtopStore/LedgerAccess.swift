extension Ledger {
    /// What a process means to do with a ledger.
    public enum Access: Sendable, Hashable {
        /// Take postbacks in and keep the derived tables up to date; one process at a time.
        case owner
        /// Append what the process itself does, beside an owner or without one.
        case writer
        /// Read and follow; write nothing.
        case looker
    }
}
