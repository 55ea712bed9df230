import Foundation
import SendtopListener
import SendtopSandbox
import SendtopStore
import SendtopUI

extension Settings {
    /// What the screen of a command is made of.
    ///
    /// - Parameter remembersTheme: whether the theme of the last run is used where no option names one.
    /// - Throws: `CommandFailure` when the theme is not as it must be.
    func monitor(
        ledger: Ledger,
        listener: Listener?,
        sender: MonitorSender?,
        isDemo: Bool = false,
        remembersTheme: Bool = true
    ) throws -> MonitorSetup {
        let memory = MemoryFile(path: stateFolder + "/screen.json")
        let remembered = memory.read()
        let first = try firstTheme(remembered: remembersTheme ? remembered.theme : nil)
        let shelf = ThemeShelf(folder: themesFolder, file: first.name)
        return MonitorSetup(
            settings: MonitorSettings(
                profile: profile.name,
                session: String(RequestID.make().prefix(8)),
                isDemo: isDemo,
                isProduction: profile.isProduction,
                isReadOnly: isReadOnly,
                campaigns: profile.campaigns.map { MonitorSettings.Campaign(id: $0.id, name: $0.alias) },
                requestStyle: profile.style,
                showsMessages: (usesSandbox || profile.name == Profile.sandboxName) && !isReadOnly,
                userHints: usesSandbox ? sandbox.users.compactMap(\.externalID) : [],
                listenerURL: listener == nil ? nil : listenerURL,
                theme: first.name,
                themes: shelf.names,
                hasMouse: hasMouse,
                memory: remembered
            ),
            theme: first.theme,
            themes: shelf,
            problem: first.problem,
            ledger: ledger,
            memory: isReadOnly ? nil : memory,
            exportFolder: isReadOnly ? nil : stateFolder + "/exports",
            sender: isReadOnly ? nil : sender,
            listener: listener,
            isOverNetwork: ProcessInfo.processInfo.environment["SSH_TTY"] != nil
        )
    }

    private var usesSandbox: Bool {
        if case .sandbox = profile.keySource { true } else { false }
    }

    /// The names of campaigns by their API ids, for filters.
    var campaignNames: [String: String] {
        Dictionary(profile.campaigns.map { ($0.id, $0.alias) }) { first, _ in first }
    }
}
