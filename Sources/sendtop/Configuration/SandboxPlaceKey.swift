/// The sandbox's options that name places: each has a flag of `sendtop sandbox`, an environment variable and a key
/// under `sandbox:`.
enum SandboxPlaceKey: String, CaseIterable, Sendable {
    case listen
    case state
    case postbackURLs = "postback_urls"

    /// The flag; the one for URLs names one of them.
    var flag: String {
        switch self {
        case .listen, .state: "--" + rawValue
        case .postbackURLs: "--postback-url"
        }
    }

    /// The environment variable, such as `SENDTOP_SANDBOX_STATE`.
    var environmentVariable: String {
        SandboxKey.environmentVariable(of: rawValue)
    }
}
