import SendtopCore

/// What the status lines, the charts and the filter's count show.
///
/// A copy, so that it changes at most once a second however often the ledger does: numbers that run are not readable,
/// and cost bytes on the wire.
struct Header: Sendable, Hashable {
    var filter = Filter.all
    /// Whether `matching` is all there are, or what was counted so far.
    var isCounted = true
    var figures = Figures()
    var matching = 0
    var total = 0
    /// Matching sends above the first row that is shown.
    var newer = 0
    var backlog = 0
    var intake = IntakeStatus()
    /// Sends and postbacks a second, once they are known.
    var sendRate: Double?
    var intakeRate: Double?
}
