import Foundation
import SendtopCore
import SendtopTerminal
import SendtopUI

/// The loop's state and what it drives: one wake at a time.
@MainActor
struct MonitorScreen {
    private var state: MonitorState
    private let terminal: Terminal
    private let loader: PageLoader
    private let tools: MonitorTools
    private let outbox: Outbox
    private let clockHand: ClockHand
    private let themes: ThemeShelf
    private let isReadOnly: Bool
    private let themeWatch: ThemeWatch
    private let problem: String?
    private let mailbox: Mailbox
    private var pacing: FramePacing
    private var frameIsDue = false
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    init(setup: MonitorSetup, terminal: Terminal, mailbox: Mailbox, outbox: Outbox) {
        var settings = setup.settings
        if !terminal.isUnicode { settings.glyphs = .ascii }
        state = MonitorState(settings: settings)
        self.terminal = terminal
        loader = PageLoader(ledger: setup.ledger, mask: setup.mask, mailbox: mailbox)
        tools = MonitorTools(setup: setup, mailbox: mailbox)
        self.outbox = outbox
        clockHand = ClockHand(mailbox: mailbox)
        themes = setup.themes
        themeWatch = ThemeWatch(folders: setup.themes.folders, mailbox: mailbox)
        problem = setup.problem
        isReadOnly = setup.settings.isReadOnly
        self.mailbox = mailbox
        pacing = FramePacing(overNetwork: setup.isOverNetwork)
        start = clock.now
    }

    /// Begins to listen to the terminal, and asks for the first page.
    mutating func begin() {
        let mailbox = mailbox
        terminal.listen { mailbox.post(.terminal($0)) }
        themeWatch.begin()
        if let problem { mailbox.post(.said(problem, isProblem: true)) }
        _ = take(.resized(terminal.size), forKey: true)
    }

    /// Gives up what is still asked for.
    func end() async {
        clockHand.stop()
        themeWatch.end()
        await loader.stop()
        await tools.stop()
    }

    /// Takes one wake in, and paints when it is time.
    ///
    /// - Returns: whether the loop goes on.
    mutating func handle(_ wake: Wake) -> Bool {
        switch wake {
        case .input(let input): return take(input, forKey: false)
        case .terminal(.keys(let keys)): return take(keys)
        case .terminal(.ended): return false
        case .resized:
            let before = terminal.size
            let size = terminal.resize()
            return size == before || take(.resized(size), forKey: false)
        case .clock: return take(.tick, forKey: false)
        case .themesChanged: return readThemes()
        case .frameDue:
            frameIsDue = false
            paint(forKey: true)
            return true
        // Behind a forced command there is nobody to let it go on.
        case .stop where isReadOnly: return true
        case .stop:
            terminal.suspend()
            // The process stops here, and goes on from here.
            raise(SIGSTOP)
            guard (try? terminal.resume()) != nil else { return false }
            return take(.resized(terminal.size), forKey: false)
        }
    }

    private mutating func take(_ keys: [Key]) -> Bool {
        state.now = .now()
        for key in keys {
            guard perform(state.update(.key(key))) else { return false }
        }
        if !keys.isEmpty { paint(forKey: true) }
        return true
    }

    private mutating func take(_ input: Input, forKey: Bool) -> Bool {
        state.now = .now()
        guard perform(state.update(input)) else { return false }
        paint(forKey: forKey)
        return true
    }

    private mutating func perform(_ effects: [Effect]) -> Bool {
        // The state refuses them with a sentence; nothing gets past this, whatever the state says.
        for effect in effects where !isReadOnly || effect.isLooking {
            switch effect {
            case .load(let request): loader.load(request)
            case .send(let request, let requestID): outbox.put(request, requestID: requestID)
            case .loadMessage(let dispatchID): outbox.look(dispatchID: dispatchID)
            case .weigh(let request): outbox.weigh(request)
            case .mark(let request): tools.find(request)
            case .locate(let text): tools.locate(text)
            case .loadUsed: tools.loadUsed()
            case .loadDrafts: tools.loadDrafts()
            case .saveDraft(let draft): tools.save(draft)
            case .deleteDraft(let name): tools.deleteDraft(name)
            case .copyText(let text, let name): tools.copy(text, name: name, to: terminal)
            case .copy(let ids): tools.copy(ids, to: terminal)
            case .export(.sends(let sends)): tools.export(sends)
            case .export(.document(let document)): tools.export(document)
            case .export(.picture): tools.export(state.picture(theme: terminal.theme, now: state.now))
            case .peek(let id): tools.peek(id)
            case .remember(let memory): tools.remember(memory)
            case .repaint: terminal.repaint()
            case .theme(let name): use(themeNamed: name)
            case .listThemes:
                // The folder may have come since the start.
                themeWatch.begin()
                mailbox.post(.themes(themes.names))
            case .quit: return false
            }
        }
        return true
    }

    private func use(themeNamed name: String) {
        do {
            terminal.theme = try themes.theme(name)
        } catch {
            mailbox.post(.themeFailed(name: name, themes.sentence(error)))
        }
    }

    /// Reads the theme that is shown anew, and the names of all.
    private mutating func readThemes() -> Bool {
        let before = terminal.theme
        use(themeNamed: state.shownTheme)
        if terminal.theme != before { mailbox.post(.said("theme \(state.shownTheme) was read anew", isProblem: false)) }
        return take(.themes(themes.names), forKey: false)
    }

    private mutating func paint(forKey: Bool) {
        clockHand.keep(state.beat)
        guard !frameIsDue || forKey else { return }
        let now = milliseconds
        switch pacing.decision(forKey: forKey, now: now) {
        case .draw:
            let frame = render(state, size: terminal.size, theme: terminal.theme, now: .now())
            terminal.draw(frame)
            pacing.drew(at: now)
        case .wait(let wait):
            guard !frameIsDue else { return }
            frameIsDue = true
            post(.frameDue, after: wait)
        }
    }

    private var milliseconds: Int64 {
        let (seconds, attoseconds) = (clock.now - start).components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }

    private func post(_ wake: Wake, after milliseconds: Int64) {
        let mailbox = mailbox
        Task {
            try? await Task.sleep(for: .milliseconds(milliseconds))
            mailbox.post(wake)
        }
    }
}
