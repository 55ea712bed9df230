import ArgumentParser
import Foundation
import SendtopUI

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the configuration from this file.", valueName: "file"), completion: .file())
    var config: String?

    @Option(help: ArgumentHelp("Keep the events in this ledger.", valueName: "file"), completion: .file())
    var ledger: String?

    @Option(
        help: ArgumentHelp("Use this profile of the configuration (default: sandbox).", valueName: "name"),
        completion: .custom(Completions.profiles)
    )
    var profile: String?

    @Option(help: ArgumentHelp("Write the log to this file.", valueName: "file"), completion: .file())
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
        help: "Put pseudonyms in place of recipients and addresses (default: in the demo, and with --read-only)."
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
