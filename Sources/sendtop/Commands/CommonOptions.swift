import ArgumentParser
import Foundation
import SendtopUI

/// The options of all commands that read the configuration.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the configuration from this file.", valueName: "file"), completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp("Keep the events in this ledger; the sandbox has none.", valueName: "file"),
        completion: .file()
    )
    var ledger: String?

    @Option(
        help: ArgumentHelp("Use this profile of the configuration (default: sandbox).", valueName: "name"),
        completion: .custom(Completions.profiles)
    )
    var profile: String?

    @Option(
        help: ArgumentHelp("Write the log to this file; watch, demo, listen and sandbox have one.", valueName: "file"),
        completion: .file()
    )
    var logFile: String?

    /// Resolves the options with those that only some commands have.
    ///
    /// - Throws: `CommandFailure` with exit code 78 when the configuration is wrong, 64 when a flag is.
    func settings(_ more: [OptionKey: String?] = [:], sandbox: [SandboxKey: String] = [:]) throws -> Settings {
        var reader = reader(more)
        reader.sandboxFlags = sandbox
        do {
            return try reader.settings()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Resolves the options for a command that sends, takes in or writes.
    ///
    /// - Throws: `CommandFailure`, with exit code 64 where nothing may be changed.
    func writingSettings(_ more: [OptionKey: String?] = [:]) throws -> Settings {
        let settings = try settings(more)
        guard settings.isReadOnly else { return settings }
        let place =
            switch settings.origins[.readOnly] {
            case .environment: "environment \(OptionKey.readOnly.environmentVariable)"
            case .file(let line, let column): "\(configurationFile):\(line):\(column)"
            case .flag, .byDefault, nil: OptionKey.readOnly.flag
            }
        throw CommandFailure(
            .usage,
            "read_only is set by \(place); this command does more than look, so take that out first."
        )
    }

    private var configurationFile: String {
        let reader = reader()
        return reader.filePlace(Folders(environment: reader.environment)).path
    }

    /// What resolves the options.
    func reader(_ more: [OptionKey: String?] = [:]) -> SettingsReader {
        var flags: [OptionKey: String] = [:]
        flags[.ledger] = ledger
        flags[.profile] = profile
        flags[.logFile] = logFile
        for (key, value) in more { flags[key] = value }
        return SettingsReader(
            flags: flags,
            configFlag: config,
            environment: ProcessInfo.processInfo.environment
        )
    }
}

/// The options of commands that show sends.
struct MaskOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help:
            "Put pseudonyms in place of recipients and addresses (default: in the demo, and with --read-only), or do not."
    )
    var mask: Bool?

    @Option(
        help: ArgumentHelp(
            "Mask these JSON properties, too; attributes, email, first_name, last_name and phone always are.",
            valueName: "name,…"
        )
    )
    var maskProperties: String?

    /// What was given, by option.
    var flags: [OptionKey: String?] {
        [.mask: mask.map { $0 ? "true" : "false" }, .maskProperties: maskProperties]
    }
}

/// The options of commands that draw.
struct ScreenOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Draw with this theme.", valueName: "name|file"),
        completion: .custom(Completions.themes)
    )
    var theme: String?

    @Option(help: ArgumentHelp("Read the keys from this file.", valueName: "file"), completion: .file())
    var keys: String?

    @Flag(help: "Print one line an event instead of drawing; chosen by itself when the output is no terminal.")
    var plain = false

    @Option(
        help: ArgumentHelp(
            "With --plain, what a line says: \(PlainField.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name,…"
        )
    )
    var fields: String?

    @Flag(inversion: .prefixedNo, help: "Take clicks and the wheel (default), or leave the mouse to the terminal.")
    var mouse: Bool?

    @Flag(help: "Refuse everything but looking: nothing is sent, taken in or written.")
    var readOnly = false

    @OptionGroup var masking: MaskOptions

    /// What was given, by option.
    var flags: [OptionKey: String?] {
        let flags: [OptionKey: String?] = [
            .theme: theme, .keys: keys, .mouse: mouse.map { "\($0)" }, .plain: plain ? "true" : nil,
            .fields: fields,
            .readOnly: readOnly ? "true" : nil,
        ]
        return flags.merging(masking.flags) { $1 }
    }
}
