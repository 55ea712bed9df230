/// The scalar options: each has a flag, an environment variable and a key of the configuration file.
enum OptionKey: String, CaseIterable, Sendable {
    case profile
    case ledger
    case listen
    case theme
    case keys
    case mouse
    case readOnly = "read_only"
    case plain
    case fields
    case mask
    case maskProperties = "mask_properties"
    case logFile = "log_file"
    case retentionDays = "retention_days"
    case retentionSize = "retention_size"
    case retentionSendDays = "retention_send_days"
    case logFormat = "log_format"
    case allow
    case proxies
    case insecure
    case tokenFile = "token_file"
    case tokenCommand = "token_command"
    case basicAuthFile = "basic_auth_file"
    case basicAuthCommand = "basic_auth_command"
    case tlsCertificate = "tls_cert"
    case tlsKey = "tls_key"
    case maxConnections = "max_connections"
    case maxConnectionsPerAddress = "max_connections_per_address"
    case requestTimeout = "request_timeout"
    case idleTimeout = "idle_timeout"

    /// The flag, such as `--log-file`.
    var flag: String {
        "--" + rawValue.replacing("_", with: "-")
    }

    /// The flag as it was typed to say something: `--no-mouse` says false.
    func flag(saying value: String?) -> String {
        value == "false" && [.mouse, .mask].contains(self) ? "--no-" + flag.dropFirst(2) : flag
    }

    /// The environment variable, such as `SENDTOP_LOG_FILE`.
    var environmentVariable: String {
        "SENDTOP_" + rawValue.uppercased()
    }
}
