import Foundation
import SendtopCore
import TestSupport
import Testing

extension EndToEnd {
    /// What people do most, from the first key to the last.
    @Suite("journeys")
    struct JourneyTests {
        /// A monitor that takes postbacks in, with some sends in its table already.
        private func watch(_ options: String = "", columns: Int = 120, rows: Int = 36) throws -> (
            Workspace, TerminalSession, WebClient
        ) {
            let workspace = try Workspace()
            let port = try Connection.freePort()
            let command = "\(try Binary.path) watch --listen 127.0.0.1:\(port) \(options)"
            let screen = try TerminalSession(command, columns: columns, rows: rows, in: workspace)
            try screen.see("127.0.0.1:\(port)")
            let client = WebClient(port: port)
            for number in 1...5 {
                #expect(try client.post("/postback", PagePostbacks.delivered("fine-\(number)")).status == 200)
            }
            try screen.see("fine-5")
            return (workspace, screen, client)
        }

        @Test("a bounce is found among others, and what it means is said")
        func bounce() throws {
            let (_, screen, client) = try watch()
            let reason = "550 5.1.1 The email account that you tried to reach does not exist"
            #expect(try client.post("/postback", PagePostbacks.bounce("lost-one", reason: reason)).status == 200)
            #expect(try client.post("/postback", PagePostbacks.delivered("fine-6")).status == 200)
            try screen.see("no-user")
            try screen.press("Tab")
            try screen.see("▌bounce reasons")
            try screen.press("Enter")
            try screen.see("▸ no-user 5.1.1")
            try screen.see("1 of 7")
            try screen.press("Enter")
            try screen.see("▌timeline lost-one")
            try screen.press("e")
            try screen.see("▌explain")
            try screen.see("no-user")
            try screen.press("q", "q", "[")
            try screen.see("/ all sends")
            try screen.seeRow("a send that did not bounce") { $0.contains("fine-6") }
            try screen.press("q")
            try screen.expectEnded()
        }

        @Test("pause, look around while sends come, and go on with all of them")
        func pause() throws {
            let (_, screen, client) = try watch()
            try screen.press("Space")
            try screen.see("PAUSED")
            for number in 1...4 {
                #expect(try client.post("/postback", PagePostbacks.delivered("later\(number)")).status == 200)
            }
            try screen.see("▲ 4 new")
            #expect(!screen.screen.contains("later"))
            try screen.press("Down", "Down", "Enter")
            try screen.see("▌timeline fine-3")
            try screen.press("Escape")
            try screen.seeNo("▌timeline fine-3")
            #expect(!screen.screen.contains("later"))
            try screen.press("Space")
            try screen.see("later4")
            try screen.see("LIVE")
        }

        @Test("the id of a send is copied to where the terminal pastes from, and ids of marked ones together")
        func copy() throws {
            let (_, screen, _) = try watch()
            try screen.press("Down", "y")
            try screen.see("fine-4 copied")
            try eventually("the clipboard", last: { screen.clipboard }) { screen.clipboard == "fine-4" ? true : nil }
            try screen.press("v", "v", "y")
            try screen.see("2 ids copied")
            try eventually("the clipboard", last: { screen.clipboard }) {
                screen.clipboard == "fine-4\nfine-3" ? true : nil
            }
        }

        @Test("keys are rebound by a file, which the help names; what is wrong in it ends the start with its place")
        func keys() throws {
            let workspace = try Workspace()
            try workspace.configure("filter: f\nquit: [Q, C-x]\n", file: "keys.yaml")
            let watch = "\(try Binary.path) watch --listen 127.0.0.1:0"
            let screen = try TerminalSession(watch, columns: 120, rows: 36, in: workspace)
            try screen.see("f filter")
            try screen.press("f")
            try screen.type("sent")
            try screen.see("/ sent")
            try screen.press("Enter", "?")
            try screen.see("Keys are changed by \(workspace.path(".config/sendtop/keys.yaml"))")
            try screen.press("C-x", "C-x")
            try screen.expectEnded()

            try workspace.configure("filter: f\nqiut: Q\n", file: "other.yaml")
            let file = workspace.path(".config/sendtop/other.yaml")
            let faulty = try Tool.sendtop("watch", "--listen", "127.0.0.1:0", "--keys", file, in: workspace)
            #expect(faulty.status == 78)
            #expect(faulty.errors.contains("other.yaml:2:1: there is no action \"qiut\"; the nearest is quit."))
        }

        @Test("Esc acts alone, with no other key behind it; C-c leaves a text, and ends what is no text")
        func escape() throws {
            let (_, screen, _) = try watch()
            try screen.press("?")
            try screen.see("▸ keys")
            try screen.send([0x1B])
            try screen.seeNo("▸ keys")
            try screen.press("/")
            try screen.type("nothing")
            try screen.see("/ nothing")
            try screen.send([0x03])
            try screen.see("/ all sends")
            try screen.send([0x03])
            try screen.expectEnded()
        }

        @Test("the palette sorts, jumps to a send and back, and changes the columns")
        func palette() throws {
            let (_, screen, _) = try watch()
            try screen.command("sort dispatch asc")
            try screen.see("DISPATC▲")
            try screen.command("goto fine-2")
            try screen.see("TIME▼")
            try screen.seeRow("the send") { $0.hasPrefix("▌") && $0.contains("fine-2") }
            try screen.press("[")
            try screen.see("DISPATC▲")
            try screen.command("columns time,status,dup")
            try screen.see("DUP")
            try screen.command("quit")
            try screen.expectEnded()
        }

        @Test("two monitors keep each other's views")
        func sharedViews() throws {
            let (workspace, screen, _) = try watch()
            let looker = try TerminalSession("\(Binary.path) watch", columns: 120, rows: 36, in: workspace)
            try looker.see("looking")
            try screen.filter("status:delivered")
            try screen.press("w", "1")
            try screen.see("saved as view 1")
            // The sentence is said before the file is written.
            let memory = workspace.path(".local/state/sendtop/screen.json")
            try eventually("the view in the file") {
                let bytes = FileManager.default.contents(atPath: memory) ?? Data()
                let views = try? JSON(text: String(decoding: bytes, as: UTF8.self)).object?["views"]?.object
                return views?["1"]?.object?["filter"] == "status:delivered" ? true : nil
            }
            try looker.filter("status:bounced")
            try looker.press("w", "2")
            try looker.see("saved as view 2")
            try looker.press("q")
            try looker.expectEnded()
            let next = try TerminalSession("\(Binary.path) watch", columns: 120, rows: 36, in: workspace)
            try next.see("looking")
            try next.press("1")
            try next.see("/ status:delivered")
            try next.press("2")
            try next.see("/ status:bounced")
        }

        @Test("read-only refuses by key and by palette what changes anything, and lets everybody look")
        func readOnly() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            for number in 1...5 {
                #expect(try client.post("/postback", PagePostbacks.delivered("fine-\(number)")).status == 200)
            }
            let command = "\(try Binary.path) watch --read-only"
            let screen = try TerminalSession(command, columns: 120, rows: 36, in: workspace)
            try screen.see("fine-5")
            for command in ["compose", "export", "save-view 1"] {
                try screen.command(command)
                try screen.see("--read-only")
                try screen.press("Home")
                try screen.seeNo("--read-only")
            }
            try screen.press("Down", "Enter")
            try screen.see("▌timeline fine-4")
            try screen.resize(columns: 60, rows: 20)
            try screen.seeRow("the timeline, as wide as the screen") { $0.hasPrefix("──▌timeline fine-4") }
            try screen.press("q", "q")
            try screen.expectEnded()
        }
    }
}
