import SendtopUI
import Testing

@testable import SendtopTerminal

@Suite struct PaintTests {
    @Test(
        "a style is what the theme says at each depth",
        arguments: [
            (ColorDepth.mono, Paint.Colors.terminal, Paint.Attributes.reverse),
            (.eight, Paint.Colors(foreground: 1, background: -1), .bold),
            (.sixteen, Paint.Colors(foreground: 9, background: -1), Paint.Attributes()),
            (.palette, Paint.Colors(foreground: 203, background: -1), Paint.Attributes()),
        ]
    )
    func depths(depth: ColorDepth, colors: Paint.Colors, attributes: Paint.Attributes) throws {
        let paint = try Paint(Style(.error), theme: .test(), depth: depth)
        #expect(paint.colors == colors)
        #expect(paint.attributes == attributes)
    }

    @Test("plain text is the terminal's own unless the background is painted")
    func plain() throws {
        let open = try Paint(Style(.text), theme: .test(), depth: .palette)
        #expect(open.colors == .terminal)
        let painted = try Paint(Style(.text), theme: .test(painted: true), depth: .palette)
        #expect(painted.colors == Paint.Colors(foreground: 117, background: 16))
    }

    @Test("reversing what the theme reverses already makes it plain")
    func reversed() throws {
        #expect(try Paint(Style(.error, reversed: true), theme: .test(), depth: .mono).attributes == [])
        #expect(
            try Paint(Style(.text, bold: true, reversed: true), theme: .test(), depth: .palette).attributes
                == [.bold, .reverse]
        )
    }

    @Test("the number of colours gives the depth")
    func depth() {
        #expect(
            [-1, 0, 8, 16, 88, 256, 1 << 24].map(ColorDepth.init(colors:))
                == [.mono, .mono, .eight, .sixteen, .sixteen, .palette, .palette]
        )
    }
}
