import Foundation
import Testing

extension EndToEnd {
    @Suite("folders where a file must be, and folders that are not there")
    struct FolderTests {
        @Test("are said to be what they are, and nothing is made beside them")
        func sentences() throws {
            let workspace = try Workspace()
            let folder = workspace.path("folder")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let sentences = [
                ["replay", folder]: "\(folder) cannot be read: it is a folder. Nothing was replayed before that.",
                ["config", "--config", folder]: "\(folder):1:1: the file cannot be read: it is a folder.",
                ["export", "sends", "--ledger", folder]: "The ledger \(folder) cannot be opened: it is a folder.",
                ["ledger", "info", "--ledger", folder]: "The ledger \(folder) cannot be opened: it is a folder.",
                ["listen", "--ledger", folder]: "The ledger \(folder) cannot be opened: it is a folder.",
                ["watch", "--keys", folder]: "The key file \(folder) cannot be read: it is a folder.",
                ["snapshot", "-o", folder]: "\(folder) cannot be written: it is a folder.",
                ["snapshot", "-o", folder + "/none/x.svg"]:
                    "\(folder)/none/x.svg cannot be written: its folder is not there.",
            ]
            let ledger = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            _ = try ledger.port()
            for (arguments, sentence) in sentences {
                let run = try Tool.run(Binary.path, arguments, environment: workspace.environment)
                #expect(run.status > 0)
                #expect(run.errors == "sendtop: \(sentence)\n")
            }
            let beside = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
            #expect(!beside.contains { $0.hasPrefix("folder-") })
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }
}
