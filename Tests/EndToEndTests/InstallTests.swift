import Foundation
import Testing

extension EndToEnd {
    @Suite("scripts/install")
    struct InstallTests {
        private let workspace: Workspace
        private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path

        init() throws {
            workspace = try Workspace()
        }

        private func install(_ more: String...) throws -> Tool {
            try Tool.run(
                "/usr/bin/env",
                ["bash", root + "/scripts/install", "--prefix", workspace.path("usr")] + more,
                environment: workspace.environment
            )
        }

        private func installed() -> [String] {
            let all = FileManager.default.enumerator(atPath: workspace.path("usr"))?.compactMap { $0 as? String } ?? []
            return all.filter { name in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: workspace.path("usr/\(name)"), isDirectory: &isFolder)
                return !isFolder.boolValue
            }.sorted()
        }

        private func completions(_ line: String) throws -> [String] {
            let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
            let script = """
                . '\(workspace.path("usr/share/bash-completion/completions/sendtop"))'
                COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
                COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                function=$(complete -p sendtop | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                $function sendtop "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            var environment = workspace.environment
            environment["PATH"] = workspace.path("usr/bin") + ":" + (environment["PATH"] ?? "")
            return try Tool.run("/usr/bin/env", ["bash", "-c", script], environment: environment).output
                .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }

        @Test("puts everything in its place, and takes all of it away again")
        func files() throws {
            let run = try install("--binary", Binary.path)
            #expect(run.status == 0, "\(run.errors)")
            #expect(
                installed() == [
                    "bin/sendtop", "lib/systemd/system/sendtop.service", "share/bash-completion/completions/sendtop",
                    "share/fish/vendor_completions.d/sendtop.fish", "share/man/man1/sendtop.1",
                    "share/zsh/site-functions/_sendtop",
                ]
            )
            let unit = try String(
                contentsOfFile: workspace.path("usr/lib/systemd/system/sendtop.service"),
                encoding: .utf8
            )
            #expect(unit.contains("ExecStart=\(workspace.path("usr"))/bin/sendtop listen "))
            let page = try String(contentsOfFile: workspace.path("usr/share/man/man1/sendtop.1"), encoding: .utf8)
            #expect(page.contains(".Ss sendtop ledger backup"))
            #expect(page.contains(".It Fl -retention-days Ar \"days\""))
            #expect(try install("--uninstall").status == 0)
            #expect(installed().isEmpty)
        }

        @Test(
            "every script says on standard output what it does, and does nothing, when asked",
            arguments: ["dist", "fuzz", "install", "parts", "run", "screenshots", "test"]
        )
        func help(_ name: String) throws {
            let run = try Tool.run(
                "/usr/bin/env",
                ["bash", "\(root)/scripts/\(name)", "--help"],
                environment: workspace.environment
            )
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(run.output.contains(".") && !run.output.contains("set -euo"), "\(run.output)")
        }

        @Test("what is no option of scripts/install is wrong usage, said on standard error")
        func usage() throws {
            let run = try install("--nothing")
            #expect(run.status == 64 && run.output.isEmpty && run.errors.contains("--uninstall"))
        }

        @Test("bash completes commands, options, and what the configuration names")
        func bash() throws {
            try workspace.configure(
                """
                profiles:
                  staging:
                    endpoint: us-01
                    campaigns: {order-confirmation: 417220e4-5a2a-b634-7f7d-9ec891532368}
                """
            )
            _ = try install("--binary", Binary.path)
            #expect(try completions("sendtop do") == ["doctor"])
            #expect(try completions("sendtop listen --token-f") == ["--token-file"])
            #expect(try completions("sendtop watch --profile st") == ["staging"])
            #expect(try completions("sendtop watch --theme da").contains("dark"))
            #expect(try completions("sendtop send --profile staging --campaign o") == ["order-confirmation"])
            #expect(try completions("sendtop send --expect d") == ["delivered"])
            #expect(try completions("sendtop export sends --format nd") == ["ndjson"])
            let recording = workspace.path("recording.ndjson")
            try "".write(toFile: recording, atomically: true, encoding: .utf8)
            let begun = workspace.path("rec")
            for line in ["replay ", "snapshot --output ", "snapshot -o ", "watch --keys ", "sandbox --state "] {
                #expect(try completions("sendtop \(line)\(begun)") == [recording], "\(line)")
            }
        }
    }
}
