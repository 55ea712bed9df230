import Foundation
import Logging
import SendtopCore
import SendtopStore

/// Makes a ledger of some number of sends, one delivered postback each, a thousandth of a second apart.
enum Fill {
    private static let batch = 20_000

    static func run(_ path: String, sends: Int) async throws {
        let ledger = try Ledger.open(
            path: path,
            access: .writer,
            logger: Logger(label: "fill") { _ in SwiftLogNoOpLogHandler() }
        )
        let first = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) - Int64(sends))
        for start in stride(from: 0, to: sends, by: batch) {
            let events = (start..<min(sends, start + batch)).map { Recording.event($0, from: first) }
            _ = try await ledger.append(events)
            try await ledger.project()
        }
        await ledger.close()
    }
}
