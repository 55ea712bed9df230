/// Why a template came to no text.
enum LiquidStop: Error, Sendable, Hashable {
    /// `abort_message` was called.
    case aborted(String)
    /// The loops or texts grow beyond all measure.
    case exhausted
}
