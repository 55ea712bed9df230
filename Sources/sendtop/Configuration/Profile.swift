import SendtopCore

/// One named place to send to: endpoint, key, campaigns.
struct Profile: Sendable {
    /// Where the API key comes from; never from a flag or the file itself.
    enum KeySource: Sendable, Hashable {
        /// `SENDTOP_API_KEY`, or the variable that the profile names.
        case environment(String)
        /// A file that holds nothing but the key.
        case file(String)
        /// A command whose output is the key.
        case command(String)
        /// The key of the built-in sandbox, which protects nothing.
        case sandbox
    }

    var name: String
    /// The base URL, or an instance such as `us-01`.
    var endpoint: String
    var style: SendDraft.Style = .v1
    var keySource: KeySource
    /// Certificates to trust instead of the system's, in PEM form.
    var caFile: String?
    /// Whether a send needs a typed word.
    var isProduction = false
    /// Campaigns by their alias, in the order of the file.
    var campaigns: [Campaign] = []

    /// A campaign under the name that people use for it.
    struct Campaign: Sendable, Hashable {
        var alias: String
        var id: String
    }

    /// The name of the profile that needs no configuration.
    static let sandboxName = "sandbox"

    /// The built-in sandbox on this machine.
    static let sandbox = Profile(
        name: sandboxName,
        endpoint: "http://\(HostPort.sandbox)",
        keySource: .sandbox
    )
}
