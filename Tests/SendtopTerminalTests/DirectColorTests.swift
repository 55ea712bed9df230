import Testing

@testable import SendtopTerminal

@Suite struct DirectColorTests {
    @Test(
        "24 bits are believed where the environment says so and nothing old is in between",
        arguments: [
            (["COLORTERM": "truecolor"], true), (["COLORTERM": "24bit"], true), ([:], false),
            (["COLORTERM": "1"], false),
            (["COLORTERM": "truecolor", "STY": "12.x"], false),
            (["COLORTERM": "truecolor", "TERM": "screen-256color"], false),
            (["COLORTERM": "truecolor", "TMUX": "/tmp/t,1,0"], false),
            (["COLORTERM": "truecolor", "TMUX": "a", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.1c"], false),
            (["COLORTERM": "truecolor", "TMUX": "a", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"], true),
            (
                [
                    "COLORTERM": "truecolor", "TMUX": "a", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "next-3.6",
                    "TERM": "screen-256color",
                ], true
            ),
        ]
    )
    func wanted(environment: [String: String], isWanted: Bool) {
        #expect(DirectColor.isWanted(environment: environment) == isWanted)
    }
}
