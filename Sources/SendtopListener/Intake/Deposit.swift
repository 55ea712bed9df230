import NIOCore
import SendtopCore

/// A postback that the ledger has, and has not said it keeps.
///
/// The events themselves are the store's alone, which numbers them where they are: to hold them here would be a copy
/// there.
struct Deposit {
    /// How many events it has.
    let events: Int
    /// When it came, by the clock.
    let at: Timestamp
    /// When its head came.
    let begin: NIODeadline
    /// When the ledger got it.
    let handover: NIODeadline
}
