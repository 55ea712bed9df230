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
            (.direct, Paint.Colors(foreground: 0xFFFFFF, background: -1), Paint.Attributes()),
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

    @Test("at 24 bits, a theme's colours of the terminal's own palette stay those, and black stays black")
    func direct() throws {
        let own = try Paint(Style(.error), theme: .test(c256: 9), depth: .direct)
        #expect(own.colors.foreground == 9)
        let painted = try Paint(Style(.text), theme: .test(painted: true), depth: .direct)
        #expect(painted.colors == Paint.Colors(foreground: 0xFFFFFF, background: 0x010101))
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
            [-1, 0, 8, 16, 88, 256, 1 << 24].map { ColorDepth(colors: $0) }
                == [.mono, .mono, .eight, .sixteen, .sixteen, .palette, .eight]
        )
        #expect(ColorDepth(colors: 1 << 24, isOurs: true) == .direct)
    }
}
