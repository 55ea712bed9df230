import ArgumentParser
import SendtopCore
import SendtopStore
import SendtopUI

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the sends or the events of a ledger.",
        discussion:
            """
            First brings the table of sends up to date; where that cannot be, such as on a full disk, prints what is in it, \
            says what is not, and ends with 1. Absent values are null, and empty in csv; times are UTC. csv and \
            ndjson of sends hold every field, unless --columns names columns of the monitor's table; md and txt hold \
            those that the monitor shows by default. With --columns, spans are milliseconds, but in md and txt. In csv, \
            a text that a spreadsheet would take for a formula begins with '.
            """
    )

    /// What to export.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case sends
        case events
    }

    @Argument(help: "sends or events")
    var subject: Subject

    @Option(help: "ndjson, json, csv, md (a Markdown table) or txt (aligned columns)")
    var format: RowFormat = .ndjson

    @Option(
        help: ArgumentHelp("Columns of the monitor's table, in this order, such as time,status,to.", valueName: "names")
    )
    var columns: String?

    @Option(help: ArgumentHelp("Only sends that pass this filter, in the monitor's language.", valueName: "expression"))
    var filter: String?

    @OptionGroup var masking: MaskOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings(masking.flags)
        let now = Timestamp.now()
        let filter = try parsedFilter(now: now, settings)
        let table = try chosenColumns().map { SendTable($0, campaigns: settings.campaignNames) }
        let (ledger, refusal) = try opened(settings)
        try await settings.use(ledger) { ledger in
            let mask = settings.mask(of: ledger)
            switch subject {
            case .sends: try await exportSends(of: ledger, filter, table, now: now, mask, refusal)
            case .events: try await exportEvents(of: ledger, mask, refusal)
            }
        }
    }

    /// The ledger, and what keeps it from being written where it can only be looked at.
    private func opened(_ settings: Settings) throws -> (Ledger, LedgerError?) {
        guard !settings.isReadOnly else { return (try settings.openLedger(.looker), nil) }
        do throws(LedgerError) {
            return (try settings.ledger(.writer, mayBegin: false, logger: .silent), nil)
        } catch {
            switch error.problem {
            case .diskFull, .readOnly, .other: return (try settings.openLedger(.looker), error)
            default: throw CommandFailure(error)
            }
        }
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

    /// The columns of the table, where rows are to have these and not every field.
    ///
    /// - Throws: `CommandFailure` that names what is no column.
    private func chosenColumns() throws -> [Column]? {
        guard let columns else { return subject == .sends && [.md, .txt].contains(format) ? Column.standard : nil }
        guard subject == .sends else {
            throw CommandFailure(.usage, "--columns are of sends; events are exported as they are.")
        }
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        var chosen: [Column] = []
        for name in columns.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init) {
            guard let column = Column(rawValue: name.lowercased()) else {
                throw CommandFailure(.usage, "--columns: there is no column \(name); there are \(known).")
            }
            if !chosen.contains(column) { chosen.append(column) }
        }
        guard !chosen.isEmpty else { throw CommandFailure(.usage, "--columns needs names; there are \(known).") }
        return chosen
    }

    private func exportSends(
        of ledger: Ledger,
        _ filter: Filter,
        _ table: SendTable?,
        now: Timestamp,
        _ mask: Mask?,
        _ refusal: LedgerError?
    ) async throws {
        var refusal = refusal
        if ledger.access != .looker {
            do {
                try await ledger.project()
            } catch let error as LedgerError {
                refusal = error
            }
        }
        try await write(table?.columns ?? ExportRow.sendColumns) { body in
            try await ledger.sends(filter: filter, now: now, batch: 500, mask: mask) { rows in
                try body(table.map { rows.map($0.row) } ?? rows.map(ExportRow.init))
            }
        }
        guard let refusal, case let backlog = try await ledger.info().backlog, backlog > 0 else { return }
        throw CommandFailure(
            .notDone,
            "\(backlog.counted("event is", "events are")) not in this export yet: \(refusal)"
        )
    }

    private func exportEvents(of ledger: Ledger, _ mask: Mask?, _ refusal: LedgerError?) async throws {
        // Whom a postback is about, its send says.
        if mask != nil {
            if let refusal, try await ledger.info().backlog > 0 { throw refusal }
            if ledger.access != .looker { try await ledger.project() }
        }
        try await write(ExportRow.eventColumns) { body in
            try await ledger.events(batch: 500) { events in
                let shown: [Event] = if let mask { try await ledger.masked(events, by: mask) } else { events }
                try body(shown.map(ExportRow.init))
            }
        }
    }

    /// Prints rows, which are read twice where columns are to be aligned.
    private func write(
        _ columns: [ExportColumn],
        _ read: (_ body: ([ExportRow]) throws -> Void) async throws -> Void
    ) async throws {
        var writer = ExportWriter(format: format, columns: columns)
        if writer.needsMeasure { try await read { writer.measure($0) } }
        try writer.begin()
        try await read { try writer.write($0) }
        try writer.end()
    }
}
