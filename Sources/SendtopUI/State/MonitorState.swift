public import SendtopCore

/// All that the screen is made from, and what happens to it: the monitor's one state.
///
/// It reads no clock and does no I/O; what it wants done it says as effects. The first input is `resized`, which asks
/// for the first page.
public struct MonitorState: Sendable {
    /// Something to say until the next key.
    struct Notice: Sendable, Hashable {
        var text: String
        var role: Role
    }

    static let reasonsSpan: Int64 = 15 * 60_000
    /// Ticks after which the figures are asked for even if nothing comes, since their span moves on.
    private static let ticksBetweenLoads = 60
    /// Ticks without news after which the screen is quiet, once the rates have fallen to zero.
    private static let ticksUntilQuiet = 2
    /// Sends or postbacks a second from which the clock shows seconds.
    private static let busyRate = 1.0

    let settings: MonitorSettings
    /// The present; whoever drives the screen sets it before each input.
    public var now = Timestamp(milliseconds: 0)
    var size = Size(columns: 80, rows: 24)
    /// The theme that is shown; in the picker the one that the keyboard is at.
    var theme: String
    var themes: [String]
    /// The theme to go back to from the picker.
    var themeBefore = ""
    /// The theme that was asked for last, when it cannot be used.
    var faultyTheme: String?

    /// The ledger's last answer that could be used, and the filter that it is for.
    var page: Page?
    var pageFilter = Filter.all
    var pageOrder = RowOrder.arrival
    /// The order that the table is to be in, and the columns that are wanted, in the order of the screen.
    var order = RowOrder.arrival
    var columns = Column.standard
    var viewport = Viewport.following {
        didSet {
            if viewport.isFollowing {
                heldSince = nil
            } else if oldValue.isFollowing {
                heldSince = page?.newest ?? 0
            }
        }
    }
    /// The newest send, by its row's `id`, from when the view was last live: what is newer came meanwhile.
    var heldSince: Int64?
    var filterLine = FilterLine()
    var memory: ScreenMemory
    /// There while the palette is open.
    var palette: Palette?
    /// The places that one can go back and forward to.
    var history = PlaceHistory()
    var crumb: Crumb?
    /// How far back figures and charts are to reach; `page.figures` says how far they do.
    var span: ChartSpan
    /// Whether the next key is the digit to save a view under.
    var isSavingView = false
    /// The format that the keyboard is at while the chooser of formats is open, and the one that was used last.
    var chosenFormat: ExportFormat?
    var lastFormat = ExportFormat.csv
    /// Sends that were marked, by their row's `id`, and the last of them.
    var marks: Set<Int64> = []
    var markStart: Int64?
    /// The line of the columns' chooser that the keyboard acts on.
    var columnCursor = 0
    /// All columns in the order of the open chooser, as long as it holds for those that are shown.
    var columnList: [Column] = []
    var focus = Pane.table
    var showsTimeline = true
    var showsReasons = true
    var layers: [Layer] = []
    /// Lines above the first one that is shown, of the timeline and of the help.
    var timelineScroll = 0
    var helpScroll = 0
    /// Lines above the first one that is shown of a layer that is text alone.
    var textScroll = 0
    var reasonCursor: ReasonKey?
    var form: ComposeForm
    /// The saved drafts, while they are shown.
    var drafts = DraftList()
    /// The mail that was asked for last.
    var message: ShownMessage?
    /// The send that is shown unmasked.
    var peek: Peek?
    /// The reason that is explained.
    var explained: Explanation?

    var header = Header()
    var intake = IntakeStatus()
    var notice: Notice?
    /// Why the ledger could not answer, until it does.
    var problem: String?
    /// The send from the form that is to be chosen when its row is there, by our request id.
    var wanted: String?
    /// The send whose timeline is followed to its end, by its row's `id`.
    var watched: Int64?
    private var sends = RateMeter()
    private var postbacks = RateMeter()
    private var ticks = 0
    private var ticksWithoutNews = 0
    /// Whether the ledger has something new that the table does not show yet.
    private var isStale = false
    /// Whether looks at the ledger are seconds apart, since work waits for the processors.
    private(set) var isCrowded = false
    private var sentCount = 0

    public init(settings: MonitorSettings) {
        self.settings = settings
        theme = settings.theme
        themes = settings.themes
        memory = settings.memory
        span = settings.memory.span
        form = ComposeForm(settings)
    }

    /// The name of the theme that is to be shown.
    public var shownTheme: String {
        theme
    }

    /// How often the state wants an `Input.tick`: each second for numbers that wait for theirs and for the seconds of the
    /// clock, seldom while nothing comes, so that a quiet night costs nothing, or where each costs others what it takes.
    public var beat: ClockBeat {
        if peek != nil { return .second }
        guard ticksWithoutNews < MonitorState.ticksUntilQuiet || sends.isRising || postbacks.isRising else {
            return .minute
        }
        return isCrowded ? .tenSeconds : .second
    }

    /// Takes an input in, and says what it wants done.
    public mutating func update(_ input: Input) -> [Effect] {
        endPeek(at: now)
        let effects = take(input)
        return settings.isReadOnly ? effects.filter(\.isLooking) : effects
    }

    private mutating func take(_ input: Input) -> [Effect] {
        switch input {
        case .key(let key):
            return press(key)
        case .resized(let size):
            self.size = size
            return load()
        case .ledgerChanged:
            ticksWithoutNews = 0
            // What has no index is read anew once a second at most.
            guard order == .arrival else {
                isStale = true
                return []
            }
            return load()
        case .loaded(let request, let page):
            return take(page, for: request)
        case .loadFailed(let reason):
            problem = reason
            return []
        case .intake(let status):
            intake = status
            ticksWithoutNews = 0
            return []
        case .message(let dispatchID, let answer):
            if message?.dispatchID == dispatchID { message?.answer = answer }
            return []
        case .weighed(let request, let risk):
            if form.phase == .confirming(request) { form.risk = risk }
            return []
        case .used(let used):
            form.used = used
            return []
        case .drafts(let saved):
            return take(saved)
        case .draftsFailed(let sentence):
            drafts.problem = sentence
            return []
        case .answered(let report):
            return take(report)
        case .peeked(let timeline):
            peek = Peek(timeline, at: now)
            // A narrow table has no room for people.
            if layers.isEmpty, layout.timeline == nil { layers.append(.timeline) }
            return load()
        case .marked(let request, let ids):
            return take(ids, for: request)
        case .located(let text, let ids):
            return take(located: ids, for: text)
        case .said(let sentence, let isProblem):
            notice = Notice(text: sentence, role: isProblem ? .error : .good)
            return []
        case .themes(let names):
            themes = names
            return []
        case .themeFailed(let name, let sentence):
            faultyTheme = name
            notice = Notice(text: sentence, role: .error)
            return []
        case .tick:
            return tick()
        case .crowded(let isCrowded):
            self.isCrowded = isCrowded
            return []
        }
    }

    private mutating func tick() -> [Effect] {
        ticks += 1
        ticksWithoutNews += 1
        measure()
        if isStale {
            isStale = false
            return load()
        }
        return beat == .minute || ticks % MonitorState.ticksBetweenLoads == 0 ? load() : []
    }

    /// Takes the rates of what is known now, and lets the status lines show both.
    mutating func measure() {
        if let page { sends.take(page.total, at: now) }
        postbacks.take(intake.taken, at: now)
        publish()
    }

    /// Whether so much comes that the clock shows seconds.
    var isBusy: Bool {
        max(header.intakeRate ?? 0, header.sendRate ?? 0) >= MonitorState.busyRate
    }

    /// Lets the status lines show what is known now.
    mutating func publish() {
        guard let page else {
            header.intake = intake
            return
        }
        header = Header(
            filter: pageFilter,
            isCounted: page.isCounted,
            figures: page.figures,
            matching: page.matching,
            total: page.total,
            newer: newerCount,
            backlog: page.backlog,
            intake: intake,
            sendRate: sends.perSecond,
            intakeRate: postbacks.perSecond
        )
    }

    /// A name for the next request that no other request has.
    mutating func nextRequestID() -> String {
        sentCount += 1
        return "\(settings.session)-\(sentCount)"
    }
}
