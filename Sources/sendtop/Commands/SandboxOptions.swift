import ArgumentParser

/// How the sandbox plays the service.
struct SandboxOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Let chance begin here (default: 1).", valueName: "number"))
    var seed: String?

    @Option(help: ArgumentHelp("Have everything take this many times as long (default: 1).", valueName: "factor"))
    var timeFactor: String?

    @Option(help: ArgumentHelp("Promise speed to this many sends an hour (default: 50000).", valueName: "number"))
    var hourlyAllotment: String?

    @Option(help: ArgumentHelp("Answer 429 beyond this many requests an hour (default: 250000).", valueName: "number"))
    var rateLimit: String?

    @Option(help: ArgumentHelp("Know an external_send_id again for this long (default: 24).", valueName: "hours"))
    var deduplicationHours: String?

    @Flag(help: "Refuse a known external_send_id all that time, not just while its send is queued.")
    var alwaysRefuseDuplicates = false

    @Flag(help: "Take recipient only as the documented object.")
    var strict = false

    @Option(help: ArgumentHelp("Keep this many rendered mails to look at (default: 1000).", valueName: "number"))
    var keptMessages: String?

    /// What was given, by option.
    var flags: [SandboxKey: String] {
        var flags: [SandboxKey: String] = [:]
        flags[.seed] = seed
        flags[.timeFactor] = timeFactor
        flags[.hourlyAllotment] = hourlyAllotment
        flags[.rateLimit] = rateLimit
        flags[.deduplicationHours] = deduplicationHours
        flags[.alwaysRefuseDuplicates] = alwaysRefuseDuplicates ? "true" : nil
        flags[.strict] = strict ? "true" : nil
        flags[.keptMessages] = keptMessages
        return flags
    }
}
