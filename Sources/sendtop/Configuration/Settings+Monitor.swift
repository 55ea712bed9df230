import Foundation
import SendtopListener
import SendtopSandbox
import SendtopStore
import SendtopUI

extension Settings {
    /// What the screen of a command is made of.
    ///
    /// - Throws: `CommandFailure` when the theme is not as it must be.
    func monitor(ledger: Ledger, listener: Listener?, sender: MonitorSender?, isDemo: Bool = false) throws
        -> MonitorSetup
    {
        let shelf = ThemeShelf(folder: themesFolder)
        let theme = try shelf.theme(self.theme)
        // Filters from an unmasked screen may hold names, and mean something else on a masked one.
        let memory = MemoryFile(path: stateFolder + (isMasked ? "/screen-masked.json" : "/screen.json"))
        return MonitorSetup(
            settings: MonitorSettings(
                profile: profile.name,
                session: String(RequestID.make().prefix(8)),
                isDemo: isDemo,
                isProduction: profile.isProduction,
                isReadOnly: isReadOnly,
                isMasked: isMasked,
                cannotWrite: cannotWrite,
                campaigns: profile.campaigns.map { MonitorSettings.Campaign(id: $0.id, name: $0.alias) },
                requestStyle: profile.style,
                showsMessages: (usesSandbox || profile.name == Profile.sandboxName) && !isReadOnly,
                userHints: usesSandbox ? sandbox.users.compactMap(\.externalID) : [],
                listenerURL: listener == nil ? nil : listenerURL,
                theme: theme.name,
                themes: shelf.names,
                memory: memory.read()
            ),
            theme: theme,
            themes: shelf,
            ledger: ledger,
            mask: mask(of: ledger),
            memory: isReadOnly ? nil : memory,
            exportFolder: isReadOnly ? nil : stateFolder + "/exports",
            sender: isReadOnly ? nil : sender?.masked(by: mask(of: ledger)),
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
