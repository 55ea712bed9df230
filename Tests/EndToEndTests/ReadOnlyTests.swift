import Foundation
import Testing

extension EndToEnd {
    @Suite("read-only")
    struct ReadOnlyTests {
        /// A file as it must be found again.
        private struct Entry: Equatable {
            var changed: Date?
            var content: Data?
        }

        /// All that is under a folder, but what SQLite needs to read a ledger while others write: an index in shared
        /// memory, and the log that it is of.
        private func tree(_ workspace: Workspace) throws -> [String: Entry] {
            var tree: [String: Entry] = [:]
            let names =
                FileManager.default.enumerator(atPath: workspace.folder.path)?.compactMap { $0 as? String } ?? []
            for name in names where !name.hasSuffix("-shm") {
                let path = workspace.path(name)
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
                let content = isFolder ? nil : FileManager.default.contents(atPath: path)
                if name.hasSuffix("-wal") {
                    #expect(content?.isEmpty != false, "\(name) is not empty")
                    continue
                }
                // A folder's own times tell of the two as well.
                tree[name] = Entry(changed: isFolder ? nil : attributes[.modificationDate] as? Date, content: content)
            }
            return tree
        }

        @Test("no key changes a file, starts a program or opens a connection")
        func keys() throws {
            let workspace = try Workspace()
            let recording = workspace.path("recording.ndjson")
            try People.recording(sends: 200).write(toFile: recording, atomically: true, encoding: .utf8)
            let ledger = workspace.path("ledger/staging.sqlite")
            #expect(try Tool.sendtop("replay", recording, "--ledger", ledger, in: workspace).status == 0)
            let marker = workspace.path("ran")
            try workspace.configure(
                """
                profile: staging
                ledger: \(ledger)
                log_file: \(workspace.path("sendtop.log"))
                token_command: touch \(marker)
                mask_properties: [nick]
                profiles:
                  staging:
                    endpoint: http://127.0.0.1:1
                    api_key_command: touch \(marker)
                    campaigns:
                      order-confirmation: 417220e4-5a2a-b634-7f7d-9ec891532368
                """
            )
            let before = try tree(workspace)
            let terminal = try Pseudoterminal(
                ["--read-only"],
                columns: 120,
                rows: 36,
                in: workspace,
                environment: ["SENDTOP_LOG_FILE": workspace.path("other.log"), "SENDTOP_MASK": "false"]
            )
            var bytes = try terminal.start()
            let letters = (0x21...0x7E).compactMap { UnicodeScalar($0) }.map(String.init).filter { $0 != "q" }
            let special = [
                "\r", "\t", "\u{1B}[Z", "\u{1B}[A", "\u{1B}[B", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[H", "\u{1B}[F", " ",
            ]
            let controls = "abdefghijklmnoprtuvwxy".unicodeScalars.map { String(UnicodeScalar($0.value & 0x1F) ?? " ") }
            for key in letters + special + controls {
                // First on the screen, then on what the key has opened, then on a chosen send.
                for keys in ["\u{1B}\u{1B}\u{1B}[B" + key, "\r", "y", "1"] { terminal.type(keys) }
                bytes += try terminal.settle(quiet: 0.03)
            }
            for keys in ["\u{1B}\u{1B}", "c", "C", "x", "w", "P", "m"] {
                terminal.type(keys)
                bytes += try terminal.settle(quiet: 0.15)
            }
            let sockets = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(terminal.pid)/fd")
                .compactMap {
                    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(terminal.pid)/fd/\($0)")
                }
                .filter { $0.hasPrefix("socket:") }
            #expect(sockets.isEmpty)
            terminal.type("\u{1B}\u{1B}qqqq")
            bytes += try terminal.readToEnd()
            let text = String(decoding: bytes, as: UTF8.self)
            // What it refuses, and why, is the journeys' matter: of a sentence only what differs is sent.
            for word in ["READ-ONLY", "no peeking"] { #expect(text.contains(word), "\(word)") }
            let shown = text.replacing(/[um]~[0-9a-z]{7}/, with: "~")
            #expect(shown.range(of: People.secret, options: .caseInsensitive) == nil)
            #expect(!FileManager.default.fileExists(atPath: marker))
            let after = try tree(workspace)
            #expect(Set(after.keys) == Set(before.keys))
            for (name, entry) in before { #expect(after[name] == entry, "\(name) is not as it was") }
        }

        @Test("without a ledger it says so, and makes none")
        func missing() throws {
            let workspace = try Workspace()
            let run = try Tool.sendtop("--read-only", "--plain", in: workspace)
            #expect(run.status == 1 && run.errors.contains("sandbox.sqlite"), "\(run.errors)")
            #expect(FileManager.default.enumerator(atPath: workspace.folder.path)?.nextObject() == nil)
        }

        @Test(
            "a command that does more than look is refused, and told where read_only is set",
            arguments: [
                ["send", "--campaign", "order-confirmation", "--to", "ada"], ["replay", "-"],
                ["replay", "-", "--to", "http://127.0.0.1:1/"], ["listen", "--listen", "127.0.0.1:0"], ["demo"],
                ["ledger", "prune", "--retention-days", "1"], ["ledger", "rebuild"], ["ledger", "compact"],
            ]
        )
        func refused(arguments: [String]) throws {
            let workspace = try Workspace()
            let variable = ["SENDTOP_READ_ONLY": "true"]
            let run = try Tool.run(
                Binary.path,
                arguments,
                environment: workspace.environment.merging(variable) { $1 }
            )
            #expect(run.status == 64)
            #expect(
                run.errors.hasPrefix("sendtop: read_only is set by environment SENDTOP_READ_ONLY; "),
                "\(run.errors)"
            )
            try workspace.configure("read_only: true\n")
            let file = try Tool.run(Binary.path, arguments, environment: workspace.environment)
            #expect(file.status == 64 && file.errors.contains("/config.yaml:1:12; "), "\(file.errors)")
            #expect(!FileManager.default.fileExists(atPath: workspace.path(".local")))
        }

        @Test("the demo, which sends, has nothing for one who may only look; a dry run sends nothing")
        func demo() throws {
            let workspace = try Workspace()
            let demo = try Tool.sendtop("demo", "--read-only", in: workspace)
            #expect(demo.status == 64 && demo.errors.hasPrefix("sendtop: read_only is set by --read-only; "))
            try workspace.configure("read_only: true\n")
            let arguments = ["send", "--campaign", "order-confirmation", "--to", "ada", "--dry-run"]
            #expect(try Tool.run(Binary.path, arguments, environment: workspace.environment).status == 0)
        }

        @Test("the mask comes off by the command line or the file, never by the environment of whoever looks")
        func mask() throws {
            let workspace = try Workspace()
            let recording = workspace.path("recording.ndjson")
            try People.recording(sends: 5).write(toFile: recording, atomically: true, encoding: .utf8)
            #expect(try Tool.sendtop("replay", recording, in: workspace).status == 0)
            func said(_ arguments: String...) throws -> String {
                let run = try Background(
                    ["--read-only", "--plain"] + arguments,
                    in: workspace,
                    name: UUID().uuidString,
                    environment: ["SENDTOP_MASK": "no"]
                )
                try run.waits(for: "accepted")
                try run.end(SIGTERM)
                return run.said
            }
            #expect(try !said().contains(People.secret))
            #expect(try said("--no-mask").contains(People.secret))
            try workspace.configure("mask: false\n")
            #expect(try said().contains(People.secret))
        }
    }
}
