import SendtopCore
import SendtopListener

/// Who may deliver postbacks, over what, and how many at a time.
struct ListenerSettings: Sendable {
    var allowed: [IPRange] = []
    var proxies: [IPRange] = []
    /// Whether an address that others can reach may stand open.
    var isInsecure = false
    var tokens: SecretSource?
    var credentials: SecretSource?
    /// For TLS; `nil` for plain HTTP.
    var certificate: ServerCertificate.Files?
    var limits = ListenerLimits()

    /// Holds tokens, one a line or between blanks.
    static let tokenVariable = "SENDTOP_TOKEN"
    /// Holds pairs `name:password`, one a line.
    static let basicAuthVariable = "SENDTOP_BASIC_AUTH"
    /// How long a command may take that prints a secret: a service has nobody who would type a passphrase.
    static let patience = TimeSpan(milliseconds: 10_000)
    /// Characters of a token at least; fewer can be guessed.
    static let tokenLength = 16
}
