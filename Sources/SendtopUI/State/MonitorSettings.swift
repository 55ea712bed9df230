public import SendtopCore

/// What the screen knows from the start.
public struct MonitorSettings: Sendable, Hashable {
    /// A campaign that the form offers and the table names.
    public struct Campaign: Sendable, Hashable {
        /// The campaign's API identifier.
        public var id: String
        /// The name that people know it by.
        public var name: String

        /// Makes a campaign from its two names.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// The profile's name.
    public var profile: String
    /// A name for this run that no other run has; our request ids begin with it.
    public var session: String
    /// Whether the traffic is made up; marked on the screen.
    public var isDemo: Bool
    /// Whether the profile mails real people, so that the form asks for a typed word.
    public var isProduction: Bool
    /// Whether nothing may be changed outside of the screen.
    public var isReadOnly: Bool
    /// Whether what the ledger gives is without the people in it.
    public var isMasked: Bool
    /// Whether the ledger itself can only be read.
    public var cannotWrite: Bool
    /// The campaigns of the profile.
    public var campaigns: [Campaign]
    /// Which of the service's pages the form's requests follow.
    public var requestStyle: SendDraft.Style
    /// Whether the profile's service is a sandbox, which shows the mails that it renders.
    public var showsMessages: Bool
    /// Users that the sandbox knows, as a hint in the form.
    public var userHints: [String]
    /// Aliases that the sandbox knows.
    public var aliasHints: [UsedValues.Alias]
    /// Where requests go: the endpoint's URL without a slash at its end.
    public var endpointURL: String
    /// The file of certificates that is trusted instead of the system's.
    public var caFile: String?
    /// The address to give the service for its postbacks, when this process or another takes them in.
    public var listenerURL: String?
    /// The name of the theme that is in use at the start.
    public var theme: String
    /// The names of all themes.
    public var themes: [String]
    /// The signs that charts, frames and marks are drawn with.
    public var glyphs: Glyphs
    /// Which keys mean what.
    public var keymap: Keymap
    /// Whether the terminal tells what the mouse does.
    public var hasMouse: Bool
    /// What was remembered of the runs before.
    public var memory: ScreenMemory

    /// Makes the settings; what is left alone is as for a profile that sends and shows everything.
    public init(
        profile: String,
        session: String,
        isDemo: Bool = false,
        isProduction: Bool = false,
        isReadOnly: Bool = false,
        isMasked: Bool = false,
        cannotWrite: Bool = false,
        campaigns: [Campaign] = [],
        requestStyle: SendDraft.Style = .v1,
        showsMessages: Bool = false,
        userHints: [String] = [],
        aliasHints: [UsedValues.Alias] = [],
        endpointURL: String = "",
        caFile: String? = nil,
        listenerURL: String? = nil,
        theme: String = "dark",
        themes: [String] = ["dark", "light"],
        glyphs: Glyphs = .unicode,
        keymap: Keymap = .standard,
        hasMouse: Bool = true,
        memory: ScreenMemory = ScreenMemory()
    ) {
        self.profile = profile
        self.session = session
        self.isDemo = isDemo
        self.isProduction = isProduction
        self.isReadOnly = isReadOnly
        self.isMasked = isMasked
        self.cannotWrite = cannotWrite
        self.campaigns = campaigns
        self.requestStyle = requestStyle
        self.showsMessages = showsMessages
        self.userHints = userHints
        self.aliasHints = aliasHints
        self.endpointURL = endpointURL
        self.caFile = caFile
        self.listenerURL = listenerURL
        self.theme = theme
        self.themes = themes
        self.glyphs = glyphs
        self.keymap = keymap
        self.hasMouse = hasMouse
        self.memory = memory
    }

    /// Whether the form offers nobody; a demo's users are made up, and the same for everybody.
    var hidesPeople: Bool {
        isMasked && !isDemo
    }

    /// The names of campaigns by their identifiers.
    var campaignNames: [String: String] {
        Dictionary(campaigns.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// The name of a campaign, or its identifier when it has none.
    func campaignName(_ id: String) -> String {
        campaigns.first { $0.id == id }?.name ?? id
    }
}
