import ArgumentParser
import Foundation
import SendtopCore
import SendtopStore
import SendtopUI

struct SnapshotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Write one frame of the monitor as SVG or text; no terminal is needed."
    )

    @Option(help: ArgumentHelp("The screen's size.", valueName: "columns x rows"))
    var size = "120x36"

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write here; .svg gives a picture, anything else text.", valueName: "file")
    )
    var output: String

    @Option(help: ArgumentHelp("Draw with this theme.", valueName: "name|file"))
    var theme: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings([.theme: theme])
        guard let size = SnapshotCommand.size(self.size) else {
            throw CommandFailure(.usage, "--size is \"\(self.size)\"; it must be COLUMNSxROWS, such as 120x36.")
        }
        let ledger = try settings.openLedger(.looker)
        let setup = try settings.monitor(ledger: ledger, listener: nil, sender: nil, remembersTheme: false)
        var state = MonitorState(settings: setup.settings)
        let now = Timestamp.now()
        state.now = now
        // The first page chooses the newest send, the second brings its timeline.
        for input in [Input.resized(size), .tick, .key(.down)] {
            for case .load(let request) in state.update(input) {
                _ = try await state.update(.loaded(request, ledger.page(request, now: now)))
            }
        }
        await ledger.close()
        let frame = render(state, size: size, theme: setup.theme, now: now)
        let text = output.hasSuffix(".svg") ? frame.svg(theme: setup.theme) : frame.text
        do {
            try text.write(toFile: output, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure(.notDone, "\(output) cannot be written: \(FileFailure.sentence(error)).")
        }
    }

    private static func size(_ text: String) -> Size? {
        let parts = text.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy((1...1_000).contains) else { return nil }
        return Size(columns: parts[0], rows: parts[1])
    }
}
