import ArgumentParser

/// The options that say how long a ledger keeps what it holds.
struct RetentionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Keep events for this long (default: for ever).", valueName: "days"))
    var retentionDays: String?

    @Option(help: ArgumentHelp("Keep this much of events, such as 10GB; the oldest go first.", valueName: "size"))
    var retentionSize: String?

    @Option(
        help: ArgumentHelp(
            "Keep the row of a send whose events are gone until it was not heard of for this long.",
            valueName: "days"
        )
    )
    var retentionSendDays: String?

    /// What was given, by option.
    var flags: [OptionKey: String?] {
        [.retentionDays: retentionDays, .retentionSize: retentionSize, .retentionSendDays: retentionSendDays]
    }
}
