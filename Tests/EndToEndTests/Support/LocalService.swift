import Foundation

/// A sandbox and a monitor on ports of the test's own.
final class LocalService {
    let workspace: Workspace
    private let sandbox: Background
    private let listener: HostPort

    struct HostPort {
        let port: UInt16
    }

    init() throws {
        workspace = try Workspace()
        listener = HostPort(port: try Connection.freePort())
        sandbox = try Background(
            ["sandbox", "--listen", "127.0.0.1:0", "--postback-url", "http://127.0.0.1:\(listener.port)/postback"],
            in: workspace,
            name: "sandbox"
        )
        try workspace.configure(
            """
            profiles:
              sandbox:
                endpoint: http://127.0.0.1:\(sandbox.port())
                api_key_file: \(workspace.path("key"))
                campaigns:
                  order-confirmation: 417220e4-5a2a-b634-7f7d-9ec891532368
            """
        )
        try "sandbox-key\n".write(toFile: workspace.path("key"), atomically: true, encoding: .utf8)
    }

    func monitor(columns: Int = 120, rows: Int = 36, options: String = "") throws -> TerminalSession {
        let command = try "\(Binary.path) --listen 127.0.0.1:\(listener.port) \(options)"
        return try TerminalSession(command, columns: columns, rows: rows, in: workspace)
    }

    /// A listener without a screen, ready.
    func listen() throws -> Background {
        let started = try Background(
            ["listen", "--listen", "127.0.0.1:\(listener.port)"],
            in: workspace,
            name: "listen"
        )
        _ = try started.port()
        return started
    }

    var postbacks: WebClient {
        WebClient(port: listener.port)
    }

    /// The sandbox's own endpoint.
    var endpoint: WebClient {
        get throws { WebClient(port: try sandbox.port()) }
    }

    func stopSandbox() throws {
        try sandbox.end(SIGTERM)
    }
}
