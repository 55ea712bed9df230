import Foundation
import Testing

@testable import SendtopTerminal

@Suite struct CopyRouteTests {
    @Test("multiplexers are told by what they set, or over ssh by the terminal's type")
    func routes() {
        #expect(CopyRoute(environment: ["TERM": "xterm-256color"]) == .terminal)
        #expect(CopyRoute(environment: ["TERM": "screen-256color", "TMUX": "/tmp/t,1,0"]) == .tmux)
        #expect(CopyRoute(environment: ["TERM": "tmux-256color"]) == .tmux)
        #expect(CopyRoute(environment: ["TERM": "xterm", "STY": "12.pts-0"]) == .screen)
        #expect(CopyRoute(environment: ["TERM": "screen"]) == .screen)
    }

    @Test("tmux gets the sequence for itself, and once more to pass on")
    func tmux() {
        let bytes = String(decoding: CopyRoute.tmux.bytes(copying: Array("ab".utf8)), as: UTF8.self)
        #expect(bytes == "\u{1B}]52;c;YWI=\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YWI=\u{7}\u{1B}\\")
    }

    @Test("screen passes on pieces that it does not cut, and the terminal gets them as one")
    func screen() {
        let text = Array(String(repeating: "sendtop ", count: 400).utf8)
        let pieces = String(decoding: CopyRoute.screen.bytes(copying: text), as: UTF8.self)
            .components(separatedBy: "\u{1B}\\").filter { !$0.isEmpty }
        #expect(pieces.count > 1)
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 768 })
        let whole = pieces.map { $0.dropFirst(2) }.joined()
        #expect(whole == "\u{1B}]52;c;\(Data(text).base64EncodedString())\u{7}")
    }
}
