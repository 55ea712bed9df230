/// The scalar options: each has a flag, an environment variable and a key of the configuration file.
enum OptionKey: String, CaseIterable, Sendable {
    case profile
    case ledger
    case listen
    case theme
    case readOnly = "read_only"
    case plain
    case logFile = "log_file"
    case retentionDays = "retention_days"
    case retentionSize = "retention_size"
    case retentionSendDays = "retention_send_days"

    /// The flag, such as `--log-file`.
    var flag: String {
        "--" + rawValue.replacing("_", with: "-")
    }

    /// The environment variable, such as `SENDTOP_LOG_FILE`.
    var environmentVariable: String {
        "SENDTOP_" + rawValue.uppercased()
    }
}
