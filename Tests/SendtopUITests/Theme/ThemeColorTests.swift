import SendtopCore
import SendtopThemes
import Testing

@testable import SendtopUI

/// What every theme that comes with the product promises of its colours.
@Suite struct ThemeColorTests {
    static let names = Themes.all.map(\.name)
    /// Distances in OKLab: five, three and two times what is just seen side by side.
    private static let clear = 0.1
    private static let visible = 0.06
    private static let seen = 0.04
    private static let final: [Role] = [.delivered, .bounced, .aborted]
    private static let underWay: [Role] = [.accepted, .sent, .processed]
    private static let wrong: [Role] = [.bounced, .aborted, .rejected, .failed]

    /// The roles' colours, at 24 bits, and at 256 where they are not the terminal's own.
    private func palettes(_ theme: Theme) -> [(background: RGB, color: (Role) -> RGB)] {
        let full = (theme.background.rgb, { (role: Role) in theme.look(of: role).rgb })
        guard let background = RGB(c256: theme.background.c256) else { return [full] }
        return [full, (background, { (role: Role) in RGB(c256: theme.look(of: role).c256) ?? background })]
    }

    @Test("There are twelve themes and more, dark and light ones")
    func count() throws {
        #expect(Themes.all.count >= 12)
        #expect(Set(ThemeColorTests.names).count == Themes.all.count)
        let light = try ThemeColorTests.names.filter { try Theme.shipped($0).background.rgb.red > 127 }
        #expect(light.count >= 5)
    }

    @Test(
        "All text has a contrast of 4.5 on the background, 7 in the themes of high contrast; lines have 3",
        arguments: names
    )
    func contrast(name: String) throws {
        let least = name.hasPrefix("contrast") ? 7.0 : 4.5
        for (background, color) in palettes(try Theme.shipped(name)) {
            for role in Role.allCases {
                let contrast = color(role).contrast(with: background)
                #expect(contrast >= (role == .border ? 3 : least), "\(role): \(contrast)")
            }
        }
    }

    @Test("Delivered, bounced and aborted differ clearly, also with a deficiency of colour vision", arguments: names)
    func finalStatuses(name: String) throws {
        let full = try #require(palettes(try Theme.shipped(name)).first)
        for (one, other) in pairs(ThemeColorTests.final, ThemeColorTests.final) {
            for vision in Vision.allCases {
                let distance = full.color(one).distance(to: full.color(other), seenWith: vision)
                #expect(distance >= ThemeColorTests.clear, "\(one), \(other), \(vision): \(distance)")
            }
        }
    }

    @Test("They differ at 256 colours, too, and what went wrong from what is under way or delivered", arguments: names)
    func otherStatuses(name: String) throws {
        let underWay = pairs(ThemeColorTests.underWay, ThemeColorTests.wrong)
        let delivered = pairs([.delivered], [.rejected, .failed])
        for (depth, palette) in palettes(try Theme.shipped(name)).enumerated() {
            let all = underWay + delivered + pairs(ThemeColorTests.final, ThemeColorTests.final)
            for (one, other) in all {
                for vision in Vision.allCases {
                    let distance = palette.color(one).distance(to: palette.color(other), seenWith: vision)
                    let least = depth == 0 ? ThemeColorTests.visible : ThemeColorTests.seen
                    #expect(distance >= least, "\(one), \(other), \(vision), depth \(depth): \(distance)")
                }
            }
        }
    }

    @Test(
        "A theme for a deficiency keeps processed, delivered, aborted and bounced far apart for it",
        arguments: [("protan", Vision.protanopia), ("deutan", .deuteranopia), ("tritan", .tritanopia)]
    )
    func deficiency(name: String, vision: Vision) throws {
        let theme = try Theme.shipped(name)
        let roles = ThemeColorTests.final + [.processed]
        for (one, other) in pairs(roles, roles) {
            let distance = theme.look(of: one).rgb.distance(to: theme.look(of: other).rgb, seenWith: vision)
            #expect(distance >= 0.14, "\(one), \(other): \(distance)")
        }
    }

    @Test(
        "The number of 256 is the one that looks most like the colour, unless it is the terminal's own",
        arguments: names
    )
    func nearest(name: String) throws {
        let theme = try Theme.shipped(name)
        let looks = Role.allCases.map { (theme.look(of: $0).rgb, theme.look(of: $0).c256) }
        for (rgb, number) in looks + [(theme.background.rgb, theme.background.c256)] where number >= 16 {
            #expect(number == rgb.nearestNumber, "\(rgb.hex)")
        }
    }

    @Test(
        "At 16 colours a light background has none of the pale ones, and no text is the background's own",
        arguments: names
    )
    func sixteen(name: String) throws {
        let theme = try Theme.shipped(name)
        for role in Role.allCases {
            let look = theme.look(of: role).c16
            // On many terminals 8 is the background.
            #expect(look != .number(8), "\(role)")
            guard theme.background.isPainted else { continue }
            #expect(look != theme.background.c16, "\(role)")
            let pale: [Color16] = [.number(3), .number(6), .number(7)] + (9...15).map { .number(UInt8($0)) }
            if theme.background.c16 == .number(15) { #expect(!pale.contains(look), "\(role)") }
        }
        let final = Set(ThemeColorTests.final.map { theme.look(of: $0).c16 })
        #expect(final.count == 3 || name == "monochrome")
    }

    @Test("Beside its colour every status has a shape and a word of its own", arguments: [Glyphs.unicode, .ascii])
    func shapes(glyphs: Glyphs) {
        let names = [
            "accepted", "sent", "processed", "delivered", "aborted", "bounced", "rejected", "failed", "taken", "?",
        ]
        let statuses = names.map(SendStatus.init(rawValue:))
        #expect(Set(statuses.map { $0.shape(glyphs) }).count == statuses.count)
        #expect(Set(statuses.map(\.role)).count == statuses.count)
    }

    private func pairs(_ first: [Role], _ second: [Role]) -> [(Role, Role)] {
        first.flatMap { one in second.filter { $0 != one }.map { (one, $0) } }
    }
}
