import ArgumentParser
import Foundation
import SendtopCore
import SendtopStore
import SendtopUI

struct SnapshotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Write one frame of the monitor as SVG or text; no terminal is needed.",
        discussion: """
            Shows the ledger as the monitor does at its start, or with --keys as after those keys, such as \
            "/status:bounced<Enter><Down>": characters stand for themselves, other keys by name in brackets. Nothing is \
            sent, written or remembered but the one file.
            """
    )

    @Option(help: ArgumentHelp("The screen's size.", valueName: "columns x rows"))
    var size = "120x36"

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write here; .svg gives a picture, anything else text; - is standard output.",
            valueName: "file"
        ),
        completion: .file()
    )
    var output: String

    @Option(
        help: ArgumentHelp("Draw with this theme.", valueName: "name|file"),
        completion: .custom(Completions.themes)
    )
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "Show the ledger as it was then, such as 2026-11-21T14:03:27Z; a later ledger is read from its beginning.",
            valueName: "time"
        )
    )
    var at: String?

    @Option(help: ArgumentHelp("Press these keys first.", valueName: "keys"))
    var keys = "<Down>"

    @OptionGroup var masking: MaskOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings([.theme: theme].merging(masking.flags) { $1 })
        guard let size = SnapshotCommand.size(self.size) else {
            throw CommandFailure(
                .usage,
                "--size is \"\(self.size)\"; it must be COLUMNSxROWS, each at most 1000, such as 120x36."
            )
        }
        let keys = try keySequence()
        let moment = try moment()
        let (frame, theme) = try await settings.withLedger(.looker) { ledger in
            guard let moment, try await ledger.goesBeyond(moment) else {
                return try await still(of: ledger, settings, size, keys, now: moment ?? .now())
            }
            let workspace = try DemoWorkspace()
            defer { workspace.remove() }
            var past = settings
            past.ledgerPath = workspace.ledger
            return try await past.withLedger(.owner) { copy in
                try await copy.copyEvents(of: ledger, until: moment)
                return try await still(of: copy, settings, size, keys, now: moment)
            }
        }
        try write(output.hasSuffix(".svg") ? frame.svg(theme: theme) : frame.text + "\n")
    }

    private func still(
        of ledger: Ledger,
        _ settings: Settings,
        _ size: Size,
        _ keys: [Key],
        now: Timestamp
    ) async throws -> (Frame, Theme) {
        let setup = try settings.monitor(ledger: ledger, listener: nil, remembersTheme: false)
        var monitor = StillMonitor(setup: setup, size: size, now: now)
        try await monitor.begin()
        for key in keys { try await monitor.take(.key(key)) }
        return (monitor.frame, monitor.theme)
    }

    private func write(_ text: String) throws {
        guard output != "-" else {
            try Console.printData(text)
            return
        }
        do {
            try text.write(toFile: output, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure(.notDone, "\(output) cannot be written: \(FileFailure.writingSentence(error)).")
        }
    }

    private func keySequence() throws -> [Key] {
        do {
            return try KeySequence.keys(keys)
        } catch {
            throw CommandFailure(.usage, "--keys cannot be read: \(error).")
        }
    }

    private func moment() throws -> Timestamp? {
        guard let at else { return nil }
        guard let moment = Timestamp(iso8601: at) else {
            throw CommandFailure(.usage, "--at is \"\(at)\"; it must be a moment such as 2026-11-21T14:03:27Z.")
        }
        return moment
    }

    private static func size(_ text: String) -> Size? {
        let parts = text.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy((1...1_000).contains) else { return nil }
        return Size(columns: parts[0], rows: parts[1])
    }
}
