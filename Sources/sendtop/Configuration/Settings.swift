import SendtopSandbox
import SendtopStore
import SendtopUI

/// Every option's value, resolved: flag beats environment beats file beats default.
struct Settings: Sendable {
    var profile: Profile
    var ledgerPath: String
    var listen: HostPort
    var theme: String
    /// The user's key file; it need not be there unless it was named.
    var keysFile: String
    /// Whether the terminal is to tell what the mouse does.
    var hasMouse: Bool
    var isReadOnly: Bool
    /// Whether the ledger itself can only be read, whatever was asked for.
    var cannotWrite = false
    /// Whether recipients, addresses and properties of people are masked, and which properties beside the usual ones.
    var isMasked: Bool
    var maskProperties: [String]
    var isPlain: Bool
    /// What a line says that is printed for an event.
    var plainFields: [PlainField]
    var logFile: String?
    var logFormat: LogFormat
    var listener: ListenerSettings
    /// Where ledgers and logs are by default.
    var stateFolder: String
    /// Where the user's own themes are.
    var themesFolder: String
    /// What the sandbox plays.
    var sandbox: SandboxConfiguration
    /// How long the ledger keeps what it holds.
    var retention: Retention
    /// Where it listens, keeps its state and posts to, before flags.
    var sandboxPlaces: SandboxPlaces
    /// Where each option's value came from.
    var origins: [OptionKey: Origin]
}
