import SendtopCore
import SendtopUI
import Testing

/// Plays the monitor's loop: presses keys, answers what the screen asks of the ledger, and looks at the screen.
final class Driver {
    private(set) var state: MonitorState
    var ledger: SampleLedger
    var now: Timestamp
    var size: Size
    let theme: Theme
    /// What the screen wanted done beside asking the ledger.
    private(set) var effects: [Effect] = []
    /// What the form's lists draw from, and the drafts that are kept.
    var used = UsedValues()
    var drafts: [SavedDraft] = []
    /// Whether the ledger answers at once; otherwise its questions wait in `questions`.
    var answersAtOnce = true
    private(set) var questions: [PageRequest] = []

    init(
        _ ledger: SampleLedger,
        size: Size = Size(columns: 120, rows: 36),
        settings: MonitorSettings = .sample,
        theme: String = "dark"
    ) throws {
        self.ledger = ledger
        self.size = size
        self.theme = try Theme.shipped(theme)
        now = ledger.now
        state = MonitorState(settings: settings)
        take(.intake(IntakeStatus(url: settings.listenerURL, taken: 1_000, refused: 3, lastAt: now)))
        take(.resized(size))
        take(.tick)
    }

    var frame: Frame {
        render(state, size: size, theme: theme, now: now)
    }

    @discardableResult
    func take(_ input: Input) -> Driver {
        state.now = now
        for effect in state.update(input) {
            switch effect {
            case .load(let request): questions = [request]
            case .locate(let text): take(.located(text, ledger.ids(named: text)))
            case .mark(let request): take(.marked(request, ledger.ids(for: request)))
            case .loadUsed: take(.used(used))
            case .loadDrafts: take(.drafts(drafts))
            case .saveDraft(let draft):
                drafts = [draft] + drafts.filter { $0.name != draft.name }
                take(.drafts(drafts))
            case .deleteDraft(let name):
                drafts.removeAll { $0.name == name }
                take(.drafts(drafts))
            default: effects.append(effect)
            }
        }
        if answersAtOnce { answer() }
        return self
    }

    /// Answers the newest question that waits.
    @discardableResult
    func answer() -> Driver {
        guard let request = questions.popLast() else { return self }
        return take(.loaded(request, ledger.page(for: request)))
    }

    @discardableResult
    func press(_ keys: Key...) -> Driver {
        for key in keys { take(.key(key)) }
        return self
    }

    @discardableResult
    func press(_ characters: Character...) -> Driver {
        for character in characters { press(.character(character)) }
        return self
    }

    @discardableResult
    func type(_ text: String) -> Driver {
        for character in text { press(character) }
        return self
    }

    /// Types a filter and keeps it.
    @discardableResult
    func filter(_ text: String) -> Driver {
        press("/").type(text).press(.enter)
    }

    /// Types a command into the palette and runs it.
    @discardableResult
    func command(_ text: String) -> Driver {
        press(":").type(text).press(.enter)
    }

    /// Goes down the table to a send, by any text in its row.
    @discardableResult
    func choose(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Driver {
        for _ in 0..<200 {
            if frame.lines.contains(where: { $0.hasPrefix("▌") && $0.contains(text) }) { return self }
            press(.down)
        }
        Issue.record("no row with \(text):\n\(frame.text)", sourceLocation: sourceLocation)
        return self
    }

    @discardableResult
    func resize(_ columns: Int, _ rows: Int) -> Driver {
        size = Size(columns: columns, rows: rows)
        return take(.resized(size))
    }

    /// A send arrives.
    @discardableResult
    func arrive(_ story: Story) throws -> Driver {
        try ledger.append(story)
        return take(.ledgerChanged)
    }

    /// A second goes by.
    @discardableResult
    func wait() -> Driver {
        now = now.adding(milliseconds: 1_000)
        return take(.tick)
    }

    @discardableResult
    func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Driver {
        let screen = frame.text
        #expect(screen.contains(text), "\n\(screen)", sourceLocation: sourceLocation)
        return self
    }

    @discardableResult
    func expectNot(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Driver {
        let screen = frame.text
        #expect(!screen.contains(text), "\n\(screen)", sourceLocation: sourceLocation)
        return self
    }

    /// Expects the marker in a row that holds all the texts.
    @discardableResult
    func expectMarked(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Driver {
        let marked = frame.lines.filter { $0.hasPrefix("▌") }
        #expect(
            marked.contains { line in texts.allSatisfy(line.contains) },
            "\n\(frame.text)",
            sourceLocation: sourceLocation
        )
        return self
    }
}

extension MonitorSettings {
    static let sample = MonitorSettings(
        profile: "sandbox",
        session: "test",
        campaigns: Story.campaigns.map { Campaign(id: $0.0, name: $0.1) },
        userHints: ["user-17", "user-bounce"],
        aliasHints: [UsedValues.Alias(label: "customer", name: "c-204")],
        endpointURL: "http://127.0.0.1:7364",
        listenerURL: "http://127.0.0.1:7363/postback"
    )
}
