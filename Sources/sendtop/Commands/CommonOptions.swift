import ArgumentParser
import Foundation

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the configuration from this file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Keep the events in this ledger.", valueName: "file"))
    var ledger: String?

    @Option(help: ArgumentHelp("Use this profile of the configuration (default: sandbox).", valueName: "name"))
    var profile: String?

    @Option(help: ArgumentHelp("Write the log to this file.", valueName: "file"))
    var logFile: String?

    /// Resolves the options with those that only some commands have.
    ///
    /// - Throws: `CommandFailure` with exit code 78 when the configuration is wrong.
    func settings(_ more: [OptionKey: String?] = [:]) throws -> Settings {
        var flags: [OptionKey: String] = [:]
        flags[.ledger] = ledger
        flags[.profile] = profile
        flags[.logFile] = logFile
        for (key, value) in more { flags[key] = value }
        let reader = SettingsReader(
            flags: flags,
            configFlag: config,
            environment: ProcessInfo.processInfo.environment
        )
        do {
            return try reader.settings()
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
    }
}

/// The options of commands that draw.
struct ScreenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Draw with this theme.", valueName: "name|file"))
    var theme: String?

    @Flag(help: "Print one line an event instead of drawing; chosen by itself when the output is no terminal.")
    var plain = false

    @Flag(inversion: .prefixedNo, help: "Take clicks and the wheel (default), or leave the mouse to the terminal.")
    var mouse: Bool?

    @Flag(help: "Refuse everything but looking.")
    var readOnly = false

    /// What was given, by option.
    var flags: [OptionKey: String?] {
        [
            .theme: theme, .mouse: mouse.map { "\($0)" }, .plain: plain ? "true" : nil,
            .readOnly: readOnly ? "true" : nil,
        ]
    }
}
