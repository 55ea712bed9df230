import SendtopTerminal
import Testing

@Suite struct TerminalErrorTests {
    @Test("every reason is a sentence that says what to do")
    func sentences() {
        #expect(TerminalError.notATerminal.description == "The output is no terminal; use --plain, or start it in one.")
        #expect(
            TerminalError.noType.description
                == "The environment variable TERM is not set; set it to what the terminal is (xterm-256color, say), "
                + "or use --plain."
        )
        #expect(
            TerminalError.unknownType("foo").description
                == "This machine knows no terminal type \"foo\", nor xterm-256color or vt100; install the package "
                + "ncurses-base, or use --plain."
        )
        #expect(
            TerminalError.cannotMoveCursor(type: "dumb").description
                == "A terminal of type \"dumb\" cannot move its cursor; set TERM to what the terminal is "
                + "(xterm-256color, say), or use --plain."
        )
        #expect(
            TerminalError.unusable("Input/output error").description
                == "The terminal cannot be set up (Input/output error); use --plain, or another terminal."
        )
    }
}
