import ArgumentParser
import SendtopCore
import SendtopStore

struct LedgerInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Say what the ledger holds, how large it is, and who takes postbacks in for it."
    )

    @Option(help: "text or json")
    var format: ReportFormat = .text

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings()
        let info = try await settings.withLedger(.looker) { try await $0.info() }
        switch format {
        case .text: for line in info.lines { try Console.print(line) }
        case .json: try Console.printData(JSON.object(info.object).text(escaping: .terminalSafe) + "\n")
        }
    }
}

extension LedgerInfo {
    fileprivate var lines: [String] {
        let size = ByteSize(bytes: files.reduce(0) { $0 + $1.bytes })
        return [
            "ledger     \(path)",
            "identity   \(identity)",
            "size       \(size) (events use \(ByteSize(bytes: usedBytes)), \(ByteSize(bytes: freeBytes)) to use again)",
            "events     \(events), numbers \(firstSeq) to \(lastSeq)\(prunedThrough > 0 ? "; earlier ones were pruned" : "")",
            "last event \(lastEventAt?.iso8601 ?? "none")",
            "sends      \(sends)",
            "behind     \(backlog) \(backlog == 1 ? "event is" : "events are") not in the table of sends yet",
            "taken in   by \(owner.map { $0.process.map { "process \($0)" } ?? "another process" } ?? "nobody")",
        ]
    }

    fileprivate var object: JSONObject {
        func number(_ value: some BinaryInteger) -> JSON { .number(JSONNumber(value)) }
        var object = JSONObject()
        object["path"] = .string(path)
        object["identity"] = .string(identity)
        object["bytes"] = number(files.reduce(0) { $0 + $1.bytes })
        object["events_used_bytes"] = number(usedBytes)
        object["events_free_bytes"] = number(freeBytes)
        object["files"] = .array(files.map { ["path": .string($0.path), "bytes": number($0.bytes)] })
        object["events"] = number(events)
        object["first_seq"] = number(firstSeq)
        object["last_seq"] = number(lastSeq)
        object["pruned_through"] = number(prunedThrough)
        object["last_event_at"] = lastEventAt.map { .string($0.iso8601) } ?? .null
        object["sends"] = number(sends)
        object["cursor"] = number(cursor)
        object["backlog"] = number(backlog)
        object["is_owned"] = .bool(owner != nil)
        object["owner"] = owner?.process.map { number($0) } ?? .null
        return object
    }
}
