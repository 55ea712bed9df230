import ArgumentParser
import SendtopCore
import SendtopStore

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the sends or the events of a ledger.",
        discussion:
            "First brings the table of sends up to date. Absent values are null, and empty in csv; times are UTC."
    )

    /// What to export.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case sends
        case events
    }

    @Argument(help: "sends or events")
    var subject: Subject

    @Option(help: "ndjson, json or csv")
    var format: ExportFormat = .ndjson

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings()
        let ledger = try settings.openLedger(.writer)
        do {
            switch subject {
            case .sends: try await exportSends(of: ledger)
            case .events: try await exportEvents(of: ledger)
            }
        } catch is OutputClosed {}
        await ledger.close()
    }

    private func exportSends(of ledger: Ledger) async throws {
        try await ledger.project()
        var writer = ExportWriter(format: format, columns: ExportRow.sendColumns)
        try writer.begin()
        try await ledger.sends(filter: .all, batch: 500) { rows in
            try writer.write(rows.map(ExportRow.init))
        }
        try writer.end()
    }

    private func exportEvents(of ledger: Ledger) async throws {
        var writer = ExportWriter(format: format, columns: ExportRow.eventColumns)
        try writer.begin()
        var cursor: Int64 = 0
        while true {
            let events = try await ledger.events(after: cursor, limit: 500)
            guard let last = events.last else { break }
            try writer.write(events.map(ExportRow.init))
            cursor = last.seq
        }
        try writer.end()
    }
}
