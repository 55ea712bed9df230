import Foundation
import SendtopCore
import TestSupport
import Testing

extension EndToEnd {
    @Suite("listen and export")
    struct ListenTests {
        @Test("the page's five postbacks become five events and one contradictory send")
        func pageExamples() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            for body in PagePostbacks.bytes {
                #expect(try client.post("/postback", body).status == 200)
            }

            let events = try rows(Tool.sendtop("export", "events", "--format", "ndjson", in: workspace))
            #expect(events.compactMap { $0["body"]?.string.map { Array($0.utf8) } } == PagePostbacks.bytes)
            #expect(
                events.compactMap { $0["status"]?.string } == ["sent", "processed", "aborted", "delivered", "bounced"]
            )

            let sends = try rows(Tool.sendtop("export", "sends", "--format", "ndjson", in: workspace))
            let send = try #require(sends.first)
            #expect(sends.count == 1)
            #expect(send["dispatch_id"] == "acf471119f7449d579e8089032003ded")
            #expect(send["status"] == "bounced")
            #expect(send["contradictory"] == true)
            #expect(send["delivered_at"] == "2020-08-31T18:27:32.000Z")
            #expect(send["code"] == "5.1.1")
            #expect(send["recipient"] == .null)
            #expect(try listener.end(SIGTERM) == 0)
        }

        @Test("a body that is no JSON is refused with its place, and is no event")
        func refusal() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            let answer = try client.post("/postback", Array("{\"dispatch_id\":\n oops}".utf8))
            #expect(answer.status == 400)
            #expect(answer.text.contains("line 2, column 2"))
            #expect(try client.get("/postback").status == 405)
            #expect(try client.get("/elsewhere").status == 404)
            #expect(try client.get("/healthz").text.hasPrefix("ok"))
            #expect(try Tool.sendtop("export", "events", in: workspace).output.isEmpty)
            try listener.waits(for: "refused")
        }

        @Test("what a sender writes cannot pass for a fact of the log's own")
        func forgery() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            for body in [#"x source=9.9.9.9 suppressed=0"#, #"x" source="9.9.9.9\"#, "x\tsource=9.9.9.9"] {
                #expect(try client.post("/postback", Array(body.utf8)).status == 400)
            }
            let marker = #" source=127.0.0.1 suppressed=0"#
            try listener.waits(for: #"sample="x source=9.9.9.9 suppressed=0""# + marker)
            try listener.waits(for: #"sample="x\" source=\"9.9.9.9\\""# + marker)
            try listener.waits(for: #"sample="x source=9.9.9.9""# + marker)
        }

        @Test("a ledger that was just made is not said to be made anew; one that lost what is derived is")
        func madeAnew() throws {
            let workspace = try Workspace()
            let ledger = workspace.path(".local/state/sendtop/sandbox.sqlite")
            let first = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "first")
            #expect(try WebClient(port: first.port()).post("/postback", PagePostbacks.bytes[0]).status == 200)
            #expect(try first.end(SIGTERM) == 0)
            #expect(!first.said.contains("made anew"))
            try FileManager.default.removeItem(atPath: ledger + "-derived")
            let second = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "second")
            try second.waits(for: "The derived tables are made anew")
        }

        @Test("a second listener on the same ledger says who has it")
        func secondOwner() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            _ = try listener.port()
            let second = try Tool.sendtop("listen", "--listen", "127.0.0.1:0", in: workspace)
            #expect(second.status == 1)
            #expect(second.errors.contains("\(listener.pid)"))
        }

        private func rows(_ run: Tool) throws -> [JSONObject] {
            #expect(run.status == 0, "\(run.errors)")
            return try run.output.split(separator: "\n").map { try #require(JSON(text: String($0)).object) }
        }
    }
}
