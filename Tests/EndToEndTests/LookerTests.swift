import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("one writer, many lookers")
    struct LookerTests {
        @Test("a monitor beside a listener looks on, says by whom postbacks are taken in, and takes over nothing")
        func looks() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            let screen = try TerminalSession(Binary.path, columns: 120, rows: 36, in: workspace)
            try screen.see("looking; taken in by pid \(listener.pid)")
            #expect(try client.post("/postback", PagePostbacks.delivered("live-one")).status == 200)
            try screen.see("live-one")

            // When the owner has gone it says so, still takes nothing in, and follows the next one.
            try listener.end(SIGKILL)
            try screen.see("looking; nobody takes postbacks in")
            let next = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "next")
            let nextClient = WebClient(port: try next.port())
            try screen.see("looking; taken in by pid \(next.pid)")
            #expect(try nextClient.post("/postback", PagePostbacks.delivered("live-two")).status == 200)
            try screen.see("live-two")
            try screen.press("q")
            try screen.expectEnded()
            #expect(try nextClient.post("/postback", PagePostbacks.delivered("still-in")).status == 200)
            #expect(try next.end(SIGTERM) == 0)
        }

        @Test("an address to listen on that was asked for is an error then, with the owner's process id")
        func listens() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            _ = try listener.port()
            let watch = try Tool.sendtop("watch", "--plain", "--listen", "127.0.0.1:0", in: workspace)
            #expect(watch.status == 1)
            #expect(watch.errors.contains("process \(listener.pid)"))
        }

        @Test("lines of a pipe follow the other process's ledger too, and say of a duplicate that it is one")
        func plain() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            let watch = try Background(["watch", "--plain"], in: workspace, name: "watch")
            try eventually("who takes postbacks in", last: { watch.said }) {
                watch.said.contains("taken in by process \(listener.pid)") ? true : nil
            }
            #expect(try client.post("/postback", PagePostbacks.delivered("piped")).status == 200)
            try eventually("the line", last: { watch.said }) { watch.said.contains("piped") ? true : nil }
            #expect(!watch.said.contains("duplicate"))
            #expect(try client.post("/postback", PagePostbacks.delivered("piped")).status == 200)
            try watch.waits(for: "(a duplicate)")
            #expect(try watch.end(SIGTERM) == 0)
            #expect(try listener.end(SIGTERM) == 0)
        }

        @Test("a looker that is asked to end does so without a fault, also while lines come")
        func ends() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            for round in 0..<15 {
                let watch = try Background(["watch", "--plain"], in: workspace, name: "watch-\(round)")
                #expect(try client.post("/postback", PagePostbacks.delivered("first-\(round)")).status == 200)
                try watch.waits(for: "first-\(round)")
                for number in 0..<round { _ = try client.post("/postback", PagePostbacks.delivered("more-\(number)")) }
                #expect(try watch.end(SIGTERM) == 0, "\(watch.said)")
            }
            #expect(try listener.end(SIGTERM) == 0)
        }
    }
}
