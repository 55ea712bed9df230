import Foundation
import Testing

extension EndToEnd {
    @Suite("a ledger that may not be written, or not be read")
    struct ClosedFolderTests {
        @Test(
            "can be looked at in a folder where nothing can be made",
            arguments: [["ledger", "info"], ["ledger", "check"], ["export", "sends"], ["snapshot", "-o", "-"]]
        )
        func look(arguments: [String]) throws {
            let (workspace, ledger) = try locked(name: "with space?#%.sqlite", folderMode: 0o500)
            let run = try bounded(arguments + ["--ledger", ledger], workspace)
            #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.path("locked")).count == 2)
        }

        @Test("is said to be there, and why nothing can be written to it or read")
        func sentences() throws {
            for (fileMode, folderMode, words) in [
                (0o000, 0o700, "may not be read; check the permissions of the file"),
                (0o600, 0o000, "may not be read; check its permissions"),
                (0o600, 0o400, "may not be entered; check its permissions"),
            ] {
                let (workspace, ledger) = try locked(fileMode: fileMode, folderMode: folderMode)
                let run = try bounded(["ledger", "info", "--ledger", ledger], workspace)
                #expect(run.status == 1 && run.errors.contains(words), "\(run)")
            }
            let (workspace, ledger) = try locked(folderMode: 0o500)
            let run = try bounded(["listen", "--listen", "127.0.0.1:0", "--ledger", ledger], workspace)
            #expect(run.status == 1 && run.errors.contains("cannot be written; check the permissions"), "\(run)")
        }

        /// A ledger of one send in a folder of its own, of which the permissions were changed.
        private func locked(
            name: String = "ledger.sqlite",
            fileMode: Int = 0o600,
            folderMode: Int
        ) throws -> (Workspace, String) {
            let workspace = try Workspace()
            let folder = workspace.path("locked")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let ledger = folder + "/" + name
            let line = #"{"dispatch_id":"d","status":"sent"}"#
            #expect(try Tool.sendtop("replay", "-", "--ledger", ledger, in: workspace, input: line).status == 0)
            // As in a copy, there is nothing beside the two files.
            for end in ["-wal", "-shm", "-derived-wal", "-derived-shm"] {
                try FileManager.default.removeItem(atPath: ledger + end)
            }
            try FileManager.default.setAttributes([.posixPermissions: fileMode], ofItemAtPath: ledger)
            try FileManager.default.setAttributes([.posixPermissions: folderMode], ofItemAtPath: folder)
            return (workspace, ledger)
        }

        /// Runs `sendtop` as one whom permissions bind, which they do not bind root to.
        private func bounded(_ arguments: [String], _ workspace: Workspace) throws -> Tool {
            let folder = workspace.path("locked")
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
            guard geteuid() == 0 else {
                return try Tool.run(Binary.path, arguments, environment: workspace.environment)
            }
            let bound = try ["--bounding-set=-dac_override,-dac_read_search", Binary.path] + arguments
            return try Tool.run("/usr/bin/setpriv", bound, environment: workspace.environment)
        }
    }
}
