/// The sandbox's scalar options: each has a flag of `sendtop sandbox`, an environment variable and a key under
/// `sandbox:`.
enum SandboxKey: String, CaseIterable, Sendable {
    case seed
    case timeFactor = "time_factor"
    case hourlyAllotment = "hourly_allotment"
    case rateLimit = "rate_limit"
    case deduplicationHours = "deduplication_hours"
    case alwaysRefuseDuplicates = "always_refuse_duplicates"
    case strict
    case keptMessages = "kept_messages"

    /// The flag, such as `--time-factor`.
    var flag: String {
        "--" + rawValue.replacing("_", with: "-")
    }

    /// The environment variable, such as `SENDTOP_SANDBOX_TIME_FACTOR`.
    var environmentVariable: String {
        SandboxKey.environmentVariable(of: rawValue)
    }

    /// The environment variable of any key under `sandbox:` that has one.
    static func environmentVariable(of key: String) -> String {
        "SENDTOP_SANDBOX_" + key.uppercased()
    }
}
