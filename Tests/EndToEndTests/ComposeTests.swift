import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("a send from the form")
    struct ComposeTests {
        @Test(
            "is there at once as accepted, and ends as its address asks for",
            arguments: [("ada", "✓ delivered"), ("carl", "✗ bounced"), ("gina", "⊘ aborted")]
        )
        func sends(person: String, end: String) throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try compose(to: person, on: screen)
            try screen.press("y")
            try screen.seeRow("the send", within: 3) { $0.contains(person) && $0.contains("order-confirmation") }
            try screen.seeRow("its end") { $0.hasPrefix("▌") && $0.contains(person) && $0.contains(end) }
        }

        @Test("to a service that is stopped fails beside the form within a second, and keeps the draft")
        func stopped() throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try service.stopSandbox()
            try compose(to: "ada", on: screen)
            let start = Date()
            try screen.press("y")
            try screen.see("Nothing listens at")
            #expect(Date().timeIntervalSince(start) < 1.5)
            try screen.seeRow("the draft") { $0.contains("external user id") && $0.contains("ada") }
            let export = try Tool.sendtop("export", "sends", in: service.workspace)
            #expect(export.output.contains(#""status":"failed""#))
            #expect(export.output.contains(#""recipient":"ada""#))
        }

        /// Fills the form and goes to the question before the send.
        private func compose(to person: String, on screen: TerminalSession) throws {
            try screen.press("c")
            try screen.see("external user id")
            try screen.press("Tab")
            try screen.type(person)
            for _ in 0..<6 { try screen.press("Tab") }
            try screen.press("Enter")
            try screen.see("to \(person) with profile sandbox")
        }
    }
}

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
        let folder = workspace.path(".config/sendtop")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try """
        profiles:
          sandbox:
            endpoint: http://127.0.0.1:\(sandbox.port())
            api_key_file: \(workspace.path("key"))
            campaigns:
              order-confirmation: 417220e4-5a2a-b634-7f7d-9ec891532368
        """.write(toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
        try "sandbox-key\n".write(toFile: workspace.path("key"), atomically: true, encoding: .utf8)
    }

    func monitor(columns: Int = 120, rows: Int = 36) throws -> TerminalSession {
        let command = try "\(Binary.path) --listen 127.0.0.1:\(listener.port)"
        return try TerminalSession(command, columns: columns, rows: rows, in: workspace)
    }

    var postbacks: WebClient {
        WebClient(port: listener.port)
    }

    func stopSandbox() throws {
        try sandbox.end(SIGTERM)
    }
}
