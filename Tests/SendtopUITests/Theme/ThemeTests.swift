import SendtopThemes
import SendtopUI
import Testing

@Suite struct ThemeTests {
    static let names = Themes.all.map(\.name)

    @Test("Every theme that comes with the product can be read, and has its file's name", arguments: names)
    func shipped(name: String) throws {
        #expect(try Theme.shipped(name).name == name)
    }

    @Test("An unpainted theme leaves plain text to the terminal")
    func unpainted() throws {
        let dark = try Theme.shipped("dark")
        #expect(dark.usesTerminalForeground(for: .text))
        #expect(!dark.usesTerminalForeground(for: .dim))
        #expect(try !Theme.shipped("light").usesTerminalForeground(for: .text))
    }

    @Test(
        "A fault names the file, the line, the column and what to write",
        arguments: [
            ("  dim:        {", "  dimm:       {", #"t.yaml:6:3: roles has the unknown key "dimm"; allowed are"#),
            ("c256: 253,", "c256: 256,", #"t.yaml:5:38: roles.text.c256 is "256"; it must be a number from 0 to 255."#),
            (
                ##"rgb: "#d5dae1""##, ##"rgb: "#d5dae""##,
                ##"t.yaml:5:21: roles.text.rgb is "#d5dae"; it must be a colour as "#rrggbb", in quotes."##
            ),
            ("name: dark", "title: dark", #"t.yaml:2:1: the theme has the unknown key "title"; allowed are name,"#),
            (", painted: false", "", "t.yaml:3:13: background lacks the key painted; add it."),
            ("c16: cyan, mono: plain", "c16: teal, mono: plain", #"t.yaml:16:48: roles.sent.c16 is "teal"; it must"#),
            ("background: {", "background: [", "t.yaml:3:70: the theme is not YAML: "),
        ]
    )
    func faults(from: String, to: String, sentence: String) throws {
        let file = try #require(Themes.all.first)
        let text = String(decoding: file.yaml, as: UTF8.self).replacing(from, with: to, maxReplacements: 1)
        let fault = #expect(throws: ThemeFault.self) { try Theme(yaml: text, file: "t.yaml") }
        #expect(fault?.description.hasPrefix(sentence) == true, "\(fault?.description ?? "none")")
    }
}
