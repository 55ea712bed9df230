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
            try screen.seeRow("the send") { $0.contains(person) && $0.contains("order-confirmation") }
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

        @Test("to a service that is stopped fails beside the form at once, and keeps the draft")
        func stopped() throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try service.stopSandbox()
            try compose(to: "ada", on: screen)
            let start = Date()
            try screen.press("y")
            try screen.see("Nothing listens at")
            // Without a try that waits for a time-out; a machine may be busy.
            #expect(Date().timeIntervalSince(start) < 5)
            try screen.seeRow("the draft") { $0.contains("external user id") && $0.contains("ada") }
            let export = try Tool.sendtop("export", "sends", in: service.workspace)
            #expect(export.output.contains(#""status":"failed""#))
            #expect(export.output.contains(#""recipient":"ada""#))
        }

        @Test("is typed, pasted, chosen and undone with keys, and followed to its end")
        func keys() throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try compose(to: "ada", on: screen)
            try screen.press("y")
            try screen.seeRow("its end") { $0.contains("ada: delivered") }

            try screen.press("Escape", "c")
            try screen.see("[ Send ]")
            // The person, from the list of those who were sent to; the word that was typed is cut and put back.
            try screen.press("Tab", "C-u")
            try screen.type("bob eve")
            try screen.press("C-w", "C-_", "C-_", "C-u", "C-n")
            try screen.seeRow("the list") { $0.contains("▌ ada") }
            try screen.press("Enter")
            for _ in 0..<4 { try screen.press("Tab") }
            try screen.send(Array("\u{1B}[200~{\"note\":\n  \"it's\"}\u{1B}[201~".utf8))
            try screen.see("\"it's\"}")
            // Shift with arrows selects, a letter replaces; the fault is said, and taken back.
            try screen.send(Array("\u{1B}[1;2D".utf8))
            try screen.type("x")
            try screen.see("expected ',' or")
            try screen.press("C-_")
            try screen.see("\"note\": \"it's\"")
            try screen.press("C-x")
            try screen.see("to ada with profile sandbox")
            try screen.press("y")
            try screen.see("bounce reasons")
            try screen.seeRow("its end") { $0.contains("ada: delivered") }
            let export = try Tool.sendtop("export", "events", in: service.workspace)
            #expect(export.output.contains(#"\"note\":\"it's\""#))
        }

        @Test("is left with Ctrl-C, which ends nothing else, and Ctrl-S stops nothing")
        func left() throws {
            let service = try LocalService()
            let screen = try service.monitor()
            try screen.see("LIVE")
            try screen.press("c")
            try screen.see("[ Send ]")
            try screen.press("C-s", "Tab")
            try screen.seeRow("the field") { $0.hasPrefix("▌ external user id") }
            try screen.press("C-c")
            try screen.see("/ all sends")
            try screen.press("C-c")
            try screen.expectEnded()
        }

        @Test("is kept as a draft by name, for the next run too, and without the key")
        func drafts() throws {
            let service = try LocalService()
            let first = try service.monitor()
            try first.see("LIVE")
            try first.press("c", "Tab")
            try first.type("ada")
            try first.press("C-o")
            try first.see("None yet")
            try first.press("s")
            try first.type("for ada")
            try first.press("Enter")
            try first.see("saved as for ada")
            try first.press("C-c", "q")
            try first.expectEnded()

            let second = try service.monitor()
            try second.see("LIVE")
            try second.press("c", "C-o")
            try second.seeRow("the draft") { $0.contains("for ada") && $0.contains("order-confirmation ▸ ada") }
            try second.press("Enter", "C-x")
            try second.see("to ada with profile sandbox")
            try second.press("y")
            try second.seeRow("its end") { $0.contains("ada: delivered") }
            let files = try service.workspace.contents().filter { $0.contains("\"drafts\"") }
            #expect(files.count == 1 && files.allSatisfy { $0.contains("for ada") && !$0.contains("sandbox-key") })
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
