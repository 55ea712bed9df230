import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("a send from the form")
    struct ComposeTests {
        @Test(
            "is there at once as accepted, and ends as its address asks for",
            arguments: [("ada", "✓ delivered"), ("carl", "✗ bounced"), ("gina", "⊘ aborted")]
        )
        func sends(person: String, end: String) throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try compose(to: person, on: screen)
            try screen.press("y")
            try screen.seeRow("the send", within: 3) { $0.contains(person) && $0.contains("order-confirmation") }
            try screen.seeRow("its end") { $0.hasPrefix("▌") && $0.contains(person) && $0.contains(end) }
        }

        @Test("shows the mail that the sandbox made of it")
        func message() throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try compose(to: "ada", on: screen)
            try screen.press("y")
            try screen.seeRow("its end") { $0.hasPrefix("▌") && $0.contains("ada") && $0.contains("✓ delivered") }
            try screen.press("m")
            try screen.see("to       ada@example.com")
            try screen.see("Order received, thank you")
            try screen.see("<p>Hello Ada,</p>")
        }

        @Test("to a service that is stopped fails beside the form within a second, and keeps the draft")
        func stopped() throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try service.stopSandbox()
            try compose(to: "ada", on: screen)
            let start = Date()
            try screen.press("y")
            try screen.see("Nothing listens at")
            #expect(Date().timeIntervalSince(start) < 1.5)
            try screen.seeRow("the draft") { $0.contains("external user id") && $0.contains("ada") }
            let export = try Tool.sendtop("export", "sends", in: service.workspace)
            #expect(export.output.contains(#""status":"failed""#))
            #expect(export.output.contains(#""recipient":"ada""#))
        }

        /// Fills the form and goes to the question before the send.
        private func compose(to person: String, on screen: TerminalSession) throws {
            try screen.press("c")
            try screen.see("external user id")
            try screen.press("Tab")
            try screen.type(person)
            for _ in 0..<6 { try screen.press("Tab") }
            try screen.press("Enter")
            try screen.see("to \(person) with profile sandbox")
        }
    }
}
