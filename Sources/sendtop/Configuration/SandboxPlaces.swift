import SendtopSandbox

/// Where the sandbox listens, keeps its state and posts to: flag beats environment beats file beats default.
struct SandboxPlaces: Sendable {
    private static let addressForm = "HOST:PORT, such as \(HostPort.sandbox)"

    /// The endpoint's address.
    var listen = HostPort.sandbox
    /// The file of the state; `nil` for the one in the state folder.
    var state: String?
    /// Where postbacks go; empty for the listener's address.
    var postbackURLs: [PostbackTarget] = []

    /// Reads the map under `sandbox:`, then the environment.
    init(yaml map: YAMLMap?, environment: [String: String]) throws(ConfigurationFault) {
        if let text = try map?.string("listen"), let map {
            guard let address = HostPort(text) else { throw map.bad("listen", expected: SandboxPlaces.addressForm) }
            listen = address
        }
        state = try map?.string("state")?.expandingHome
        for (index, text) in (try map?.strings("postback_urls") ?? []).enumerated() {
            let key = "postback_urls[\(index)]"
            do {
                postbackURLs.append(try PostbackTarget(url: text))
            } catch {
                throw map?.fault(at: key, error.sentence(naming: key)) ?? SandboxPlaces.fault(error, of: .flag(key))
            }
        }
        try take(
            listen: environment[SandboxPlaceKey.listen.environmentVariable],
            state: environment[SandboxPlaceKey.state.environmentVariable],
            postbackURLs: (environment[SandboxPlaceKey.postbackURLs.environmentVariable] ?? "")
                .split { $0 == "," || $0.isWhitespace }.map(String.init),
            from: { .environment($0.environmentVariable) }
        )
    }

    /// Takes the flags of the command.
    mutating func take(flags listen: String?, state: String?, postbackURLs: [String]) throws(ConfigurationFault) {
        try take(
            listen: listen,
            state: state,
            postbackURLs: postbackURLs,
            from: { .flag($0.flag) }
        )
    }

    private mutating func take(
        listen text: String?,
        state path: String?,
        postbackURLs texts: [String],
        from place: (SandboxPlaceKey) -> ConfigurationFault.Place
    ) throws(ConfigurationFault) {
        if let text, !text.isEmpty {
            guard let address = HostPort(text) else {
                throw ConfigurationFault(
                    place: place(.listen),
                    problem: .badValue(key: "listen", value: text, expected: SandboxPlaces.addressForm)
                )
            }
            listen = address
        }
        if let path, !path.isEmpty { state = path.expandingHome }
        guard !texts.isEmpty else { return }
        postbackURLs = []
        for text in texts {
            do {
                postbackURLs.append(try PostbackTarget(url: text))
            } catch {
                throw SandboxPlaces.fault(error, of: place(.postbackURLs))
            }
        }
    }

    private static func fault(
        _ error: SandboxConfigurationError,
        of place: ConfigurationFault.Place
    ) -> ConfigurationFault {
        ConfigurationFault(place: place, problem: .invalid(error.sentence(naming: "the URL")))
    }
}

extension SandboxConfigurationError {
    /// The first fault's sentence, with another name of the key.
    fileprivate func sentence(naming key: String) -> String {
        faults.first.map { "\(Fault(key: key, value: $0.value, rule: $0.rule))" } ?? ""
    }
}
