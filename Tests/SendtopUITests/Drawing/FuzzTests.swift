import SendtopCore
import SendtopUI
import Testing

@Suite struct FuzzTests {
    /// Random numbers that are the same on every run.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 31
        }
    }

    private static let formKeys: [Key] =
        Key.Motion.allCases.flatMap { motion in Key.Modifier.allCases.map { Key.modified(motion, $0) } }
        + [.paste("{\"user\": \"👩‍💻\u{202E}"), .paste("{\"c\": [}, 1e+ \\u12"), .character("\""), .character("s")]

    private static let keys: [Key] =
        formKeys + [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
        ]
        + [.pageDown, .focusIn, .focusOut, .paste("{\"a\":\n1}"), .paste("\u{1B}[31m\r日本\u{301}")]
        + "abcdefghikwuylnoprtvx_ ".map { .control($0) }
        + " /crtT?qjkgGnypuem{}:[]#oO|vV*w12日\u{301}".map { .character($0) }

    private static let used: UsedValues = {
        var used = UsedValues()
        used.note(Story.record(to: "user-3", of: Story.campaigns[1].0, properties: ["total": 3, "items": []]))
        return used
    }()

    private func input(_ dice: inout Dice, _ ledger: SampleLedger) -> Input {
        switch Int.random(in: 0..<40, using: &dice) {
        case 0: .tick
        case 1: .ledgerChanged
        case 2: .resized(Size(columns: .random(in: 0...170, using: &dice), rows: .random(in: 0...50, using: &dice)))
        case 3: .loadFailed("locked")
        case 4: .answered(SendReport(requestID: "test-1", outcome: .accepted(dispatchID: nil), message: "ok"))
        case 5: .answered(SendReport(requestID: "test-2", outcome: .failed, message: "no answer"))
        case 8: .used(FuzzTests.used)
        case 9: .drafts([SavedDraft(name: "a\u{1B}[2J", savedAt: .sample, draft: SendDraft())])
        case 10: .draftsFailed("drafts.json holds no drafts")
        case 6: .intake(IntakeStatus(taken: .random(in: 0...9, using: &dice), problem: "down"))
        // A page that nobody asked for, in the order and the shape that it likes.
        case 7:
            .loaded(
                PageRequest(limit: 3),
                Page(rows: ledger.rows.shuffled(using: &dice).suffix(.random(in: 0...60, using: &dice)), newer: 3)
            )
        default: .key(FuzzTests.keys.randomElement(using: &dice) ?? .enter)
        }
    }

    @Test("No keys, no sizes and no answers end the program", arguments: 0..<6)
    func random(seed: UInt64) throws {
        var dice = Dice(state: seed &* 977 &+ 1)
        let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        let theme = try Theme.shipped("dark")
        var state = MonitorState(settings: .sample)
        var asked: [PageRequest] = []
        for step in 0..<1_000 {
            for effect in state.update(input(&dice, ledger)) {
                if case .load(let request) = effect { asked.append(request) }
            }
            if Bool.random(using: &dice), let request = asked.popLast() {
                _ = state.update(.loaded(request, ledger.page(for: request)))
            }
            guard step % 10 == 0 else { continue }
            let size = Size(columns: .random(in: 0...170, using: &dice), rows: .random(in: 0...50, using: &dice))
            let frame = render(state, size: size, theme: theme, now: .sample)
            #expect(frame.cells.count == size.columns * size.rows)
        }
    }

    @Test("Sizes from 0x0 to 60x30 draw", arguments: ["table", "chosen", "form", "help"])
    func sizes(screen: String) throws {
        let driver = try Driver(SampleLedger(Story.run(of: 60, until: .sample)))
        switch screen {
        case "chosen": driver.press(.down, .down)
        case "form": driver.press("c").press(.tab).type("ada").press(.backTab, .backTab, .enter)
        case "help": driver.press("?")
        default: break
        }
        for columns in Array(0...4) + Array(stride(from: 5, through: 60, by: 5)) {
            for rows in 0...30 {
                let size = Size(columns: columns, rows: rows)
                let frame = render(driver.state, size: size, theme: driver.theme, now: driver.now)
                #expect(frame.size == size)
                if let cursor = frame.cursor { #expect(cursor.row < rows && cursor.column < columns) }
            }
        }
    }
}
