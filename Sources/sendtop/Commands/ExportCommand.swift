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

    @Option(help: ArgumentHelp("Only sends that pass this filter, in the monitor's language.", valueName: "expression"))
    var filter: String?

    @OptionGroup var masking: MaskOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings(masking.flags)
        let now = Timestamp.now()
        let filter = try parsedFilter(now: now, settings)
        let ledger = try settings.openLedger(settings.isReadOnly ? .looker : .writer)
        let mask = settings.mask(of: ledger)
        do {
            switch subject {
            case .sends: try await exportSends(of: ledger, filter, now: now, mask)
            case .events: try await exportEvents(of: ledger, mask)
            }
        } catch is OutputClosed {}
        await ledger.close()
    }

    /// - Throws: `CommandFailure` that marks the first mistake below the filter.
    private func parsedFilter(now: Timestamp, _ settings: Settings) throws -> Filter {
        guard let filter else { return .all }
        guard subject == .sends else {
            throw CommandFailure(.usage, "--filter chooses among sends; events are exported as they are.")
        }
        do {
            return try Filter.parse(filter, now: now, campaigns: settings.campaignNames)
        } catch {
            throw CommandFailure(.usage, "--filter cannot be read.\n\(error.marked(in: filter))")
        }
    }

    private func exportSends(of ledger: Ledger, _ filter: Filter, now: Timestamp, _ mask: Mask?) async throws {
        if ledger.access != .looker { try await ledger.project() }
        var writer = ExportWriter(format: format, columns: ExportRow.sendColumns)
        try writer.begin()
        try await ledger.sends(filter: filter, now: now, batch: 500, mask: mask) { rows in
            try writer.write(rows.map(ExportRow.init))
        }
        try writer.end()
    }

    private func exportEvents(of ledger: Ledger, _ mask: Mask?) async throws {
        // Whom a postback is about, its send says.
        if mask != nil, ledger.access != .looker { try await ledger.project() }
        var writer = ExportWriter(format: format, columns: ExportRow.eventColumns)
        try writer.begin()
        var cursor: Int64 = 0
        while true {
            let events = try await ledger.events(after: cursor, limit: 500)
            guard let last = events.last else { break }
            let shown: [Event] = if let mask { try await ledger.masked(events, by: mask) } else { events }
            try writer.write(shown.map(ExportRow.init))
            cursor = last.seq
        }
        try writer.end()
    }
}
