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

        private func install(_ more: String..., prefix: String? = nil) throws -> Tool {
            // Called from another folder than the project's, by somebody whose home folder is none of those here.
            try Tool.run(
                "/usr/bin/env",
                ["bash", "-c", "cd \"$1\" && shift && exec \"$@\"", "bash", workspace.folder.path]
                    + ["bash", root + "/scripts/install", "--prefix", prefix ?? workspace.path("usr")] + more,
                environment: workspace.environment.merging(["HOME": workspace.path("home")]) { $1 }
            )
        }

        private func installed(in folder: String = "usr") -> [String] {
            let all = FileManager.default.enumerator(atPath: workspace.path(folder))?.compactMap { $0 as? String } ?? []
            return all.filter { name in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(
                    atPath: workspace.path("\(folder)/\(name)"),
                    isDirectory: &isFolder
                )
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
            "installs no unit where systemd would not find it or not take it, says so, and is taken away again",
            arguments: [("home/.local", "under a home folder"), ("with blank", "no blanks")]
        )
        func withoutUnit(prefix: String, reason: String) throws {
            let run = try install("--binary", Binary.path, prefix: prefix)
            #expect(run.status == 0 && run.errors.contains(reason), "\(run.errors)")
            #expect(installed(in: prefix).contains("bin/sendtop"))
            #expect(!installed(in: prefix).contains { $0.hasSuffix(".service") })
            #expect(try install("--uninstall", prefix: prefix).status == 0)
            #expect(installed(in: prefix).isEmpty)
        }

        @Test("takes names as those of the caller's folder, whatever signs are in them")
        func relative() throws {
            try FileManager.default.createSymbolicLink(
                atPath: workspace.path("program"),
                withDestinationPath: Binary.path
            )
            let run = try install("--binary", "program", prefix: "a&b|c")
            #expect(run.status == 0, "\(run.errors)")
            let unit = try String(
                contentsOfFile: workspace.path("a&b|c/lib/systemd/system/sendtop.service"),
                encoding: .utf8
            )
            #expect(unit.contains("ExecStart=\(workspace.path("a&b|c"))/bin/sendtop listen "))
        }

        @Test("a Swift that does not work is told in a sentence")
        func brokenSwift() throws {
            let swift = workspace.path("swift")
            try "#!/bin/sh\nexit 1\n".write(toFile: swift, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift)
            var environment = workspace.environment
            environment["PATH"] = workspace.folder.path + ":" + (environment["PATH"] ?? "")
            let script = "set -euo pipefail; . '\(root)/scripts/lib.sh'; need_swift_version"
            let run = try Tool.run("/usr/bin/env", ["bash", "-c", script], environment: environment)
            #expect(run.status == 1 && run.errors.contains("'swift --version' does not work here"), "\(run.errors)")
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
