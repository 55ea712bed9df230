import CStore

extension Ledger {
    /// Makes SQLite quicker for a process in which several threads write at a time; a program calls it once, before
    /// anything of SQLite is used.
    ///
    /// SQLite else counts all memory under one lock, for which intake would have to wait where the projector, which
    /// runs in spare time, was interrupted while it held it.
    public static func prepareProcess() {
        sendtop_prepare_sqlite()
    }
}
