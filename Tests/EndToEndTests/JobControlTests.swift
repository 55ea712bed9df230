import Foundation
import Testing

extension EndToEnd {
    @Suite("a monitor that the shell keeps in the background")
    struct JobControlTests {
        @Test("stops instead of drawing over the shell, and draws once it is in the foreground")
        func background() throws {
            let workspace = try Workspace()
            let shell = "PS1='ready> ' bash --norc -i -o notify"
            let screen = try TerminalSession(shell, columns: 100, rows: 30, in: workspace)
            try screen.see("ready>")
            try screen.type("\(Binary.path) --listen 127.0.0.1:\(Connection.freePort()) &")
            try screen.press("Enter")
            try screen.see("Stopped")
            #expect(try screen.pane("#{alternate_on}") == "0")

            try screen.type("clear; fg")
            try screen.press("Enter")
            try isDrawn(true, on: screen)
            try screen.press("C-z")
            try isDrawn(false, on: screen)
            // What is said of this stop goes first, so that what is seen next is of the other one.
            try screen.see("Stopped")
            try screen.type("clear")
            try screen.press("Enter")
            try screen.seeNo("Stopped")
            try screen.type("bg")
            try screen.press("Enter")
            try screen.see("Stopped")
            #expect(try screen.pane("#{alternate_on}") == "0")
            try screen.type("kill -9 %1; exit")
            try screen.press("Enter")
        }

        private func isDrawn(_ isDrawn: Bool, on screen: TerminalSession) throws {
            try eventually("the monitor: \(isDrawn)", last: { screen.screen }) {
                try screen.pane("#{alternate_on}") == (isDrawn ? "1" : "0") ? true : nil
            }
        }
    }
}
