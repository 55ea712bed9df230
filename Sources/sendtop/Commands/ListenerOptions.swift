import ArgumentParser

/// The options of commands that take postbacks in.
struct ListenerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Take postbacks in here (default: \(HostPort.listener)).", valueName: "host:port"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "Ask for a token, as /postback/TOKEN, ?token=TOKEN or a bearer; the file holds one a line. Also: SENDTOP_TOKEN.",
            valueName: "file"
        ),
        completion: .file()
    )
    var tokenFile: String?

    @Option(help: ArgumentHelp("Ask for a token, which this command prints.", valueName: "command"))
    var tokenCommand: String?

    @Option(
        help: ArgumentHelp(
            "Ask for a name and password; the file holds name:password, one a line. Also: SENDTOP_BASIC_AUTH.",
            valueName: "file"
        ),
        completion: .file()
    )
    var basicAuthFile: String?

    @Option(help: ArgumentHelp("Ask for a name and password, which this command prints.", valueName: "command"))
    var basicAuthCommand: String?

    @Option(help: ArgumentHelp("Take postbacks from these alone.", valueName: "network,…"))
    var allow: String?

    @Option(help: ArgumentHelp("Believe the X-Forwarded-For of these.", valueName: "network,…"))
    var proxies: String?

    @Flag(help: "Listen for others without a token, password or list of addresses.")
    var insecure = false

    @Option(
        help: ArgumentHelp(
            "Speak TLS with this certificate (PEM); renewed ones are taken by themselves.",
            valueName: "file"
        ),
        completion: .file()
    )
    var tlsCert: String?

    @Option(help: ArgumentHelp("The certificate's key (PEM).", valueName: "file"), completion: .file())
    var tlsKey: String?

    @Option(help: ArgumentHelp("Hold this many connections (default: 16384).", valueName: "number"))
    var maxConnections: String?

    @Option(help: ArgumentHelp("Hold this many of one address (default: 4096).", valueName: "number"))
    var maxConnectionsPerAddress: String?

    @Option(help: ArgumentHelp("Cut a request that takes longer to come (default: 10s).", valueName: "span"))
    var requestTimeout: String?

    @Option(help: ArgumentHelp("Close a connection without a request (default: 75s).", valueName: "span"))
    var idleTimeout: String?

    @Option(
        help: ArgumentHelp("Write the log as text or json (default: text).", valueName: "format"),
        completion: .list(LogFormat.allCases.map(\.rawValue))
    )
    var logFormat: String?

    /// What was given, by option.
    var flags: [OptionKey: String?] {
        [
            .listen: listen, .tokenFile: tokenFile, .tokenCommand: tokenCommand, .basicAuthFile: basicAuthFile,
            .basicAuthCommand: basicAuthCommand, .allow: allow, .proxies: proxies,
            .insecure: insecure ? "true" : nil, .tlsCertificate: tlsCert, .tlsKey: tlsKey,
            .maxConnections: maxConnections, .maxConnectionsPerAddress: maxConnectionsPerAddress,
            .requestTimeout: requestTimeout, .idleTimeout: idleTimeout, .logFormat: logFormat,
        ]
    }
}
