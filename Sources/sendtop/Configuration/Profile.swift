import SendtopClient
import SendtopCore
import SendtopSandbox

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
        /// A key of the sandbox, which protects nothing; `SENDTOP_API_KEY` goes before it.
        case sandbox(key: String)
    }

    var name: String
    /// The base URL, or an instance such as `us-01`.
    var endpoint: String
    var style: SendDraft.Style = .v1
    var keySource: KeySource
    /// Certificates to trust instead of the system's, in PEM form.
    var caFile: String?
    /// How long a connection may take to come about; `nil` for the client's default.
    var connectTimeout: TimeSpan?
    /// How long a send may take in all; `nil` for the client's default.
    var timeout: TimeSpan?
    /// Whether a send needs a typed word.
    var isProduction = false
    /// Campaigns by their alias, in the order of the file.
    var campaigns: [Campaign] = []

    /// The endpoint as the client takes it.
    ///
    /// - Throws: `EndpointError` when it is neither a URL nor an instance.
    var address: Endpoint {
        get throws(EndpointError) {
            var address = try Endpoint(endpoint, caFile: caFile)
            if let connectTimeout { address.connectTimeout = .milliseconds(connectTimeout.milliseconds) }
            if let timeout { address.totalTimeout = .milliseconds(timeout.milliseconds) }
            return address
        }
    }

    /// A campaign under the name that people use for it.
    struct Campaign: Sendable, Hashable {
        var alias: String
        var id: String
    }

    /// Holds the API key where a profile names no other place.
    static let keyVariable = "SENDTOP_API_KEY"
    /// The name of the profile that needs no configuration.
    static let sandboxName = "sandbox"

    /// The sandbox on this machine: its first key, and its campaigns by their names.
    static func sandbox(playing configuration: SandboxConfiguration, at address: HostPort = .sandbox) -> Profile {
        Profile(
            name: sandboxName,
            endpoint: "http://\(address)",
            keySource: .sandbox(key: configuration.keys.first?.key ?? ""),
            campaigns: configuration.campaigns.map { Campaign(alias: $0.name, id: $0.id) }
        )
    }
}
