import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("filters")
    struct FilterTests {
        @Test("export prints the sends that pass, and marks a mistake below the filter with exit code 64")
        func export() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            for (id, status) in [("a1", "bounced"), ("a2", "sent"), ("b1", "bounced")] {
                let body =
                    #"{"dispatch_id": "\#(id)", "status": "\#(status)", "metadata": {"reason": "550 5.1.1 no such user"}}"#
                #expect(try client.post("/postback", Array(body.utf8)).status == 200)
            }
            let run = try Tool.sendtop(
                "export",
                "sends",
                "--filter",
                "status:bounced code:5.1.* not dispatch:b*",
                in: workspace
            )
            let ids = try run.output.split(separator: "\n").map { try JSON(text: String($0)).object?["dispatch_id"] }
            #expect(ids == ["a1"])
            let mistaken = try Tool.sendtop("export", "sends", "--filter", "sent lat>fast", in: workspace)
            #expect(mistaken.status == 64 && mistaken.output.isEmpty)
            #expect(mistaken.errors.contains("sent lat>fast\n         ^^^^\nColumn 10: `fast` is no duration"))
            #expect(try Tool.sendtop("export", "events", "--filter", "sent", in: workspace).status == 64)
            #expect(try listener.end(SIGTERM) == 0)
        }

        @Test("a read-only screen writes no memory of filters and views")
        func readOnly() throws {
            let workspace = try Workspace()
            #expect(try Tool.sendtop("replay", "-", in: workspace).status == 0)
            let command = "\(try Binary.path) watch --read-only"
            let screen = try TerminalSession(command, columns: 120, rows: 36, in: workspace)
            try screen.see("READ-ONLY")
            try screen.press("/")
            try screen.type("status:sent")
            try screen.press("Enter")
            try screen.see("/ status:sent")
            try screen.press("w")
            try screen.see("Nothing can be saved")
            try screen.press("x")
            try screen.see("Nothing can be written")
            try screen.press("q")
            try screen.expectEnded()
            let state = workspace.path(".local/state/sendtop")
            let files = try FileManager.default.contentsOfDirectory(atPath: state)
            #expect(!files.contains { $0.hasPrefix("screen") || $0.hasPrefix("exports") }, "\(files)")
        }

        @Test("a filter is typed, kept, saved as a view, and there again in the next run")
        func views() throws {
            let workspace = try Workspace()
            let screen = try TerminalSession("\(Binary.path) demo", columns: 120, rows: 36, in: workspace)
            try screen.see("delivered")
            try screen.press("/")
            try screen.type("status:deliv*")
            try screen.see("/ status:deliv*")
            try screen.press("Enter")
            try screen.press("w")
            try screen.press("2")
            try screen.see("saved as view 2")
            try screen.press("q")
            try screen.expectEnded()
            let next = try TerminalSession("\(Binary.path) demo", columns: 120, rows: 36, in: workspace)
            try next.see("delivered")
            try next.press("2")
            try next.see("/ status:deliv*")
            try next.press("q")
            try next.expectEnded()
        }
    }
}
