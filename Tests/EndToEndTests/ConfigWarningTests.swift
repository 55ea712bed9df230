import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("config looks at what nothing uses yet")
    struct ConfigWarningTests {
        private let workspace: Workspace

        init() throws {
            workspace = try Workspace()
        }

        @Test("a broken profile is a fault, whichever is chosen")
        func otherProfile() throws {
            try workspace.configure(
                "profiles:\n  live: {endpoint: us-01}\n  staging:\n    endpoint: us-01\n    stile: v1\n"
            )
            let path = workspace.path(".config/sendtop/config.yaml")
            let config = try Tool.sendtop("config", "--profile", "live", in: workspace)
            #expect(config.status == 78)
            #expect(config.errors.hasPrefix("sendtop: \(path):5:5: the key \"stile\" is unknown"), "\(config.errors)")
            try workspace.configure("profiles:\n  live: {endpoint: us-01}\n  staging:\n")
            let empty = try Tool.sendtop("config", in: workspace)
            #expect(empty.status == 78 && empty.errors.contains("profile \"staging\" is empty"), "\(empty.errors)")
        }

        @Test("a profile that the file defines anew is named once")
        func once() throws {
            try workspace.configure("profiles: {sandbox: {endpoint: us-01}, staging: {endpoint: us-01}}\n")
            let run = try Tool.sendtop("config", "--profile", "nope", in: workspace)
            #expect(run.status == 64 && run.errors.contains("known: sandbox, staging. "), "\(run.errors)")
        }

        @Test("a variable that no option has is told of, with the nearest one", arguments: ["config", "doctor"])
        func strangeVariable(command: String) throws {
            try workspace.configure("profiles: {staging: {endpoint: us-01, api_key_env: SENDTOP_STAGING}}\n")
            let variables = ["SENDTOP_LEDGR": "/tmp/x", "SENDTOP_STAGING": "key", "SENDTOP_SANDBOX_STATE": "/tmp/s"]
            let run = try Tool.run(
                Binary.path,
                [command],
                environment: workspace.environment.merging(variables) { $1 }
            )
            #expect(
                run.errors == "sendtop: No option has the environment variable SENDTOP_LEDGR;"
                    + " the nearest is SENDTOP_LEDGER. It changes nothing.\n"
            )
        }

        @Test("the flags of how the sandbox plays the service are shown, too")
        func sandboxFlags() throws {
            let run = try Tool.sendtop("config", "--time-factor", "0.5", in: workspace)
            let line = run.output.split(separator: "\n").first { $0.hasPrefix("sandbox.time_factor ") }
            let words = line?.split(separator: " ").dropFirst().map(String.init)
            #expect(words == ["0.5", "--time-factor"], "\(run.output)\(run.errors)")
        }

        @Test("the manual page tells of every variable, of the key file, and of a flag with the one that says no")
        func manual() throws {
            let page = try Tool.sendtop("manual", in: workspace).output
            for part in [
                "SENDTOP_SANDBOX_SEED", "SENDTOP_SANDBOX_POSTBACK_URLS", "keys.yaml", ".Sh EXAMPLES", ".Sh SEE ALSO",
                ".It Fl -mask , Fl -no-mask\n",
            ] { #expect(page.contains(part), "\(part)") }
        }
    }
}
