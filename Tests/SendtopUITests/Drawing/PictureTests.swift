import SendtopCore
import SendtopUI
import Testing

@Suite struct PictureTests {
    @Test("A picture is the same each time, holds the screen's text, and is one element a line")
    func picture() throws {
        let driver = try Driver(SampleLedger(Story.run(of: 60, until: .sample)))
        let svg = driver.press(.down, .down).frame.svg(theme: driver.theme)
        #expect(svg == driver.frame.svg(theme: driver.theme))
        for word in ["sendtop", "order-confirmation", "PAUSED", "bounce reasons, 15 min"] {
            #expect(svg.contains(word))
        }
        let lines = svg.split(separator: "\n")
        #expect(lines.first?.hasPrefix("<svg ") == true && lines.last == "</svg>")
        for line in lines.dropFirst(3).dropLast(2) {
            #expect(line.wholeMatch(of: /<(rect|text) [^<>]*(\/>|>[^<>]*<\/text>)/) != nil, "\(line)")
        }
    }

    @Test("Markup in text is escaped, the cursor and reversed text are drawn, a wide character keeps the grid")
    func details() throws {
        var frame = Frame(size: Size(columns: 10, rows: 1))
        frame.write("a<&>日x", at: Position(row: 0, column: 0), width: 10, style: Style(.text))
        frame.write("R", at: Position(row: 0, column: 8), width: 1, style: Style(.warning, bold: true, reversed: true))
        frame.cursor = Position(row: 0, column: 9)
        let svg = try frame.svg(theme: Theme.shipped("light"))
        #expect(svg.contains(">a&lt;&amp;&gt;</text>"))
        #expect(svg.contains("<text x=\"45.6\" y=\"26\" fill=\"#1f2933\" textLength=\"16.8\""))
        #expect(svg.contains("fill=\"#8a5a00\" fill-opacity=\"1\"/>"))
        #expect(svg.contains("fill=\"#9a4d00\" fill-opacity=\"0.6\"/>"))
    }
}
