import Foundation
import SendtopCore
import SendtopStore
import Testing

extension EndToEnd {
    @Suite("faults of a ledger and its copies")
    struct LedgerFaultTests {
        @Test(
            "a command that needs a ledger makes none from a name that was mistyped",
            arguments: [
                ["export", "sends"], ["ledger", "info"], ["ledger", "check"], ["ledger", "rebuild"],
                ["ledger", "prune", "--retention-days", "9"], ["ledger", "compact"], ["ledger", "backup", "copy"],
            ]
        )
        func typo(arguments: [String]) throws {
            let workspace = try Workspace()
            let typo = workspace.path("typo.sqlite")
            let run = try Tool.run(Binary.path, arguments + ["--ledger", typo], environment: workspace.environment)
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.errors.hasPrefix("sendtop: There is no ledger at \(typo)"), "\(run.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path).isEmpty)
        }

        @Test(
            "a damaged ledger is neither compacted nor put aside by compact; its backup is made, and said to be damaged"
        )
        func damaged() throws {
            let (workspace, ledger) = try filled()
            try damage(ledger)
            let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
            let compact = try Tool.sendtop("ledger", "compact", "--ledger", ledger, in: workspace)
            #expect(compact.status == 2)
            #expect(compact.errors.hasPrefix("sendtop: The ledger \(ledger) is damaged"), "\(compact.errors)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before)
            let copy = workspace.path("copy.sqlite")
            let backup = try Tool.sendtop("ledger", "backup", copy, "--ledger", ledger, in: workspace)
            #expect(backup.status == 2 && backup.output.isEmpty)
            #expect(backup.errors.contains("and so is its copy: Events: "), "\(backup.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
            #expect(names.filter { $0.hasPrefix("copy") }.sorted() == ["copy.sqlite", "copy.sqlite-derived"])
            #expect(!names.contains { $0.contains("damaged") })
        }

        @Test("a listener saves what is sound of a damaged ledger, and an export takes it back in")
        func takenBack() throws {
            let (workspace, ledger) = try filled()
            try damage(ledger)
            let listener = try Background(
                ["listen", "--listen", "127.0.0.1:0", "--ledger", ledger],
                in: workspace,
                name: "listen"
            )
            try listener.waits(for: "What can be read of the damaged ledger is saved")
            // The new ledger is there once it listens.
            _ = try listener.port()
            let folder = URL(fileURLWithPath: ledger).deletingLastPathComponent().path
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let sound = try #require(names.first { $0.hasPrefix("ledger.sqlite.sound-") && !$0.contains("-derived") })
            let events = try Tool.sendtop("export", "events", "--ledger", folder + "/" + sound, in: workspace).output
            let replay = try Tool.sendtop("replay", "-", "--ledger", ledger, in: workspace, input: events)
            #expect(replay.errors == "Replayed: \(events.split(separator: "\n").count) events.\n")
            #expect(try listener.end(SIGTERM) == 0)
            #expect(try Tool.sendtop("ledger", "check", "--ledger", ledger, in: workspace).status == 0)
        }

        @Test("a ledger whose derived tables are lost says how they come back")
        func underived() throws {
            let (workspace, ledger) = try filled()
            for end in ["", "-wal", "-shm"] { unlink(ledger + "-derived" + end) }
            for command in ["info", "check"] {
                let run = try Tool.sendtop("ledger", command, "--ledger", ledger, in: workspace)
                #expect(
                    run.status == 1 && run.errors.contains("sendtop ledger rebuild makes them anew"),
                    "\(run.errors)"
                )
            }
            #expect(try Tool.sendtop("ledger", "rebuild", "--ledger", ledger, in: workspace).status == 0)
            let check = try Tool.sendtop("ledger", "check", "--ledger", ledger, in: workspace)
            #expect(check.output == "Sound: 600 events, 600 sends.\n")
        }

        @Test("an export prints what is in the table of sends, and says what is not, where the disk has no room")
        func behind() async throws {
            let workspace = try Workspace()
            let path = workspace.path("ledger.sqlite")
            let ledger = try ManySends.open(path, .owner)
            let noon = Timestamp(milliseconds: 1_598_900_280_000)
            func send(_ number: Int) -> Event {
                let body = Array(#"{"dispatch_id":"d\#(number)","status":"sent"}"#.utf8)
                return Event(at: noon, kind: .postback, dispatchID: "d\(number)", status: "sent", body: body)
            }
            _ = try await ledger.append((0..<10).map(send))
            try await ledger.project()
            _ = try await ledger.append((10..<5_010).map(send))
            await ledger.close()
            let full = try Tool.run(
                "/bin/bash",
                ["-c", "ulimit -S -f 200; exec '\(Binary.path)' export sends --ledger '\(path)'"],
                environment: workspace.environment
            )
            #expect(full.status == 1)
            #expect(full.output.split(separator: "\n").count == 10)
            #expect(full.errors.hasPrefix("sendtop: 5 000 events are not in this export yet: "), "\(full.errors)")
        }

        @Test("a backup that cannot be written names the copy and leaves nothing of it")
        func backup() throws {
            let (workspace, ledger) = try filled()
            #expect(try Tool.sendtop("ledger", "backup", "", "--ledger", ledger, in: workspace).status == 64)
            let nowhere = workspace.path("nope/copy")
            let missing = try Tool.sendtop("ledger", "backup", nowhere, "--ledger", ledger, in: workspace)
            let folder = workspace.path("nope")
            #expect(missing.status == 1)
            #expect(missing.errors.hasSuffix("The copy \(nowhere) cannot be written: there is no folder \(folder).\n"))
            let copy = workspace.path("copy")
            // The limit is for this process and its files alone; the shell's unit is 1024 bytes.
            let full = try Tool.run(
                "/bin/bash",
                ["-c", "ulimit -S -f 100; exec '\(Binary.path)' ledger backup '\(copy)' --ledger '\(ledger)'"],
                environment: workspace.environment
            )
            #expect(full.status == 1)
            #expect(full.errors.hasPrefix("sendtop: The copy \(copy) cannot be written: "), "\(full.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
            #expect(!names.contains { $0.hasPrefix("copy") })
        }

        /// Breaks one page of a ledger's events.
        private func damage(_ ledger: String) throws {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: ledger))
            try handle.seek(toOffset: 30 * 4_096)
            try handle.write(contentsOf: Data(repeating: 0xFF, count: 4_096))
            try handle.close()
        }

        /// A folder with a ledger of 600 events in it, which nobody uses.
        private func filled() throws -> (Workspace, ledger: String) {
            let workspace = try Workspace()
            let ledger = workspace.path("ledger.sqlite")
            let pad = String(repeating: "x", count: 200)
            let lines = (0..<600).map { #"{"dispatch_id":"d\#($0)","status":"sent","pad":"\#(pad)"}"# + "\n" }.joined()
            let run = try Tool.sendtop("replay", "-", "--ledger", ledger, in: workspace, input: lines)
            #expect(run.status == 0, "\(run.errors)")
            return (workspace, ledger)
        }
    }
}
