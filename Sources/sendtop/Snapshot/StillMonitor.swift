import SendtopCore
import SendtopStore
import SendtopUI

/// A monitor without a terminal, at one moment: it takes keys, asks the ledger, and changes nothing outside.
struct StillMonitor {
    private(set) var theme: Theme
    private var state: MonitorState
    private let themes: ThemeShelf
    private let ledger: Ledger
    private let mask: Mask?
    private let size: Size
    private let now: Timestamp

    init(setup: MonitorSetup, size: Size, now: Timestamp) {
        theme = setup.theme
        themes = setup.themes
        ledger = setup.ledger
        mask = setup.mask
        state = MonitorState(settings: setup.settings)
        state.now = now
        self.size = size
        self.now = now
    }

    /// The screen as it is when its numbers are up to date.
    var frame: Frame {
        var state = state
        _ = state.update(.tick)
        return render(state, size: size, theme: theme, now: now)
    }

    /// Shows the ledger as a monitor does at its start.
    mutating func begin() async throws {
        try await take(.resized(size))
        try await take(.tick)
    }

    /// Takes an input in, and all that follows from it.
    ///
    /// - Throws: `CommandFailure` when something would leave this machine or the program would end.
    mutating func take(_ input: Input) async throws {
        var inputs = [input]
        while !inputs.isEmpty {
            for effect in state.update(inputs.removeFirst()) {
                inputs += try await answers(to: effect)
            }
        }
    }

    private mutating func answers(to effect: Effect) async throws -> [Input] {
        switch effect {
        case .load(let request):
            return [.loaded(request, try await ledger.page(request, now: now, mask: mask))]
        case .mark(let request):
            let range = request.from...max(request.from, request.to)
            let limit = MarkRequest.limit + 1
            let ids = try await ledger.ids(filter: request.filter, in: range, limit: limit, now: now, mask: mask)
            return [.marked(request, ids)]
        case .locate(let text):
            return [.located(text, try await ledger.ids(named: text))]
        case .loadUsed:
            let used = try await ledger.usedValues()
            return [.used(mask == nil ? used : used.withoutPeople)]
        case .listThemes:
            return [.themes(themes.names)]
        case .loadMessage(let id):
            return [.message(dispatchID: id, .failed("A snapshot asks nobody for a mail."))]
        case .weigh(let request):
            return [.weighed(request, risk: nil)]
        case .theme(let name):
            theme = try themes.theme(name)
            return []
        case .send:
            throw CommandFailure(.usage, "--keys would send; a snapshot sends nothing. Leave out the last confirm.")
        case .quit:
            throw CommandFailure(.usage, "--keys ends the monitor; leave out the key that does.")
        case .copy, .copyText, .export, .peek, .remember, .repaint, .loadDrafts, .saveDraft, .deleteDraft:
            return []
        }
    }
}
