import SendtopCore
import SendtopStore
import SendtopUI

/// Writes sends of a ledger into a file, as the screen asked for it.
struct SendsExport {
    private static let batch = 500

    let ledger: Ledger
    let mask: Mask?
    let export: SendExport
    /// From where ages count.
    let now: Timestamp

    /// Writes all of them.
    ///
    /// - Returns: how many there were.
    /// - Throws: `CommandFailure`, `LedgerError` or `CancellationError`.
    @concurrent
    func write(to file: ExportFile) async throws -> Int {
        var writer = TableWriter(export.format, export.table.columns)
        if writer.needsMeasure { try await read { writer.measure($0) } }
        try file.write(writer.head)
        try await read { try file.write(writer.text($0)) }
        try file.write(writer.end)
        return writer.count
    }

    private func read(_ body: ([ExportRow]) async throws -> Void) async throws {
        switch export.selection {
        case .sends(let ids):
            // So few are marked that they can be put in order here.
            let rows = try await ledger.sends(ids: ids).map { row in
                let row = mask?.row(row) ?? row
                return (row, (export.order.value(of: row), row.id))
            }
            let sorted = rows.sorted { export.order.precedes($0.1, $1.1) }
            try await body(sorted.map { export.table.row($0.0) })
        case .filter(let filter):
            try await ledger.sends(
                filter: filter,
                order: export.order,
                now: now,
                batch: SendsExport.batch,
                mask: mask
            ) { try await body($0.map(export.table.row)) }
        }
    }
}
