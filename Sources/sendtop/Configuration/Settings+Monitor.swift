import Foundation
import SendtopClient
import SendtopCore
import SendtopListener
import SendtopSandbox
import SendtopStore
import SendtopUI

extension Settings {
    /// What the screen of a command is made of.
    ///
    /// - Parameter remembersTheme: whether the theme of the last run is used where no option names one.
    /// - Throws: `CommandFailure` when the theme or the key file is not as it must be.
    func monitor(
        ledger: Ledger,
        listener: Listener?,
        isDemo: Bool = false,
        remembersTheme: Bool = true
    ) throws -> MonitorSetup {
        // Filters from an unmasked screen may hold names, and mean something else on a masked one.
        let memory = MemoryFile(SharedFile(path: stateFolder + (isMasked ? "/screen-masked.json" : "/screen.json")))
        let remembered = memory.first
        let first = try firstTheme(remembered: remembersTheme ? remembered.theme : nil)
        let shelf = ThemeShelf(folder: themesFolder, file: first.name)
        let problems = [memory.problem?.sentence, first.problem].compactMap(\.self)
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
                aliasHints: usesSandbox
                    ? sandbox.users.flatMap(\.aliases).map { UsedValues.Alias(label: $0.label, name: $0.name) } : [],
                endpointURL: (try? profile.address)?.baseURL ?? profile.endpoint,
                caFile: profile.caFile,
                listenerURL: listener == nil ? nil : listenerURL,
                theme: first.name,
                themes: shelf.names,
                keymap: try keymap(),
                hasMouse: hasMouse,
                memory: remembered
            ),
            theme: first.theme,
            themes: shelf,
            problem: problems.isEmpty ? nil : problems.joined(separator: " "),
            ledger: ledger,
            mask: mask(of: ledger),
            memory: isReadOnly ? nil : memory,
            drafts: isReadOnly ? nil : DraftFile(folder: stateFolder, profile: profile.name),
            exportFolder: isReadOnly ? nil : stateFolder + "/exports",
            listener: listener,
            plainLine: plainLine,
            isOverNetwork: ProcessInfo.processInfo.environment["SSH_TTY"] != nil
        )
    }

    /// The keys, with what the user's key file changes.
    ///
    /// - Throws: `CommandFailure` that names the fault and its place.
    func keymap() throws -> Keymap {
        let isNamed = origins[.keys] != .byDefault
        guard isNamed || FileManager.default.fileExists(atPath: keysFile) else { return Keymap(file: keysFile) }
        let text: String
        do {
            text = try String(contentsOfFile: keysFile, encoding: .utf8)
        } catch {
            let reason = FileFailure.sentence(error)
            throw CommandFailure(.configuration, "The key file \(keysFile) cannot be read: \(reason).")
        }
        do {
            return try Keymap(yaml: text, file: keysFile)
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
    }

    private var usesSandbox: Bool {
        if case .sandbox = profile.keySource { true } else { false }
    }

    /// The names of campaigns by their API ids, for filters.
    var campaignNames: [String: String] {
        Dictionary(profile.campaigns.map { ($0.id, $0.alias) }) { first, _ in first }
    }
}
