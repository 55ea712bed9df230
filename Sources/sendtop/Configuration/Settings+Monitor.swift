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
        let memory = MemoryFile(path: stateFolder + "/screen.json")
        return MonitorSetup(
            settings: MonitorSettings(
                profile: profile.name,
                session: String(RequestID.make().prefix(8)),
                isDemo: isDemo,
                isReadOnly: isReadOnly,
                campaigns: knownCampaigns.map { MonitorSettings.Campaign(id: $0.id, name: $0.alias) },
                requestStyle: profile.style,
                userHints: usesSandbox ? sandbox.users.compactMap(\.externalID) : [],
                listenerURL: "http://\(listen)/postback",
                theme: theme.name,
                themes: shelf.names,
                memory: memory.read()
            ),
            theme: theme,
            themes: shelf,
            ledger: ledger,
            memory: isReadOnly ? nil : memory,
            exportFolder: isReadOnly ? nil : stateFolder + "/exports",
            sender: isReadOnly ? nil : sender,
            listener: listener,
            isOverNetwork: ProcessInfo.processInfo.environment["SSH_TTY"] != nil
        )
    }

    private var usesSandbox: Bool {
        profile.keySource == .sandbox
    }

    /// The names of campaigns by their API ids, for filters.
    var campaignNames: [String: String] {
        Dictionary(knownCampaigns.map { ($0.id, $0.alias) }) { first, _ in first }
    }

    /// The campaigns of the profile, or those of the sandbox that can be sent.
    private var knownCampaigns: [Profile.Campaign] {
        guard usesSandbox else { return profile.campaigns }
        return sandbox.campaigns.map { Profile.Campaign(alias: $0.name, id: $0.id) }
    }
}
