import ArgumentParser
import Foundation
import SendtopCore
import SendtopUI

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a bounce or abort reason means, and who must act.",
        discussion: "The words are joined into one reply; - reads one reply a line from standard input."
    )

    /// How a verdict is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case ndjson
        case csv
    }

    @Argument(parsing: .remaining, help: "The reply, such as 550 5.1.1 user unknown; or - for standard input.")
    var reply: [String]

    @Option(help: "text, json, ndjson or csv")
    var format: Format = .text

    func run() throws {
        let replies = reply == ["-"] ? sequence { readLine() } : [reply.joined(separator: " ")]
        let rows = replies.lazy.map { ExplainedReply($0) }
        switch format {
        case .text:
            for row in rows { try Console.print(row.sentence) }
        case .ndjson:
            for row in rows { try Console.printData(row.row.json + "\n") }
        case .json, .csv:
            var writer = ExportWriter(format: format == .json ? .json : .csv, columns: ExplainedReply.columns)
            try writer.begin()
            try writer.write(rows.map(\.row))
            try writer.end()
        }
    }

    private func sequence(_ next: () -> String?) -> [String] {
        var lines: [String] = []
        while let line = next() { lines.append(line) }
        return lines
    }
}

/// A reply with what it means.
struct ExplainedReply {
    static let columns = ["reply", "class", "group", "hard", "code", "actor", "rule"].map { ExportColumn($0) }

    private let reply: String
    private let verdict: BounceVerdict

    init(_ reply: String) {
        self.reply = reply
        verdict = BounceClassifier.verdict(on: reply)
    }

    /// The fields of the outside contract.
    var row: ExportRow {
        let fields: JSON = [
            "reply": .string(reply),
            "class": .string(verdict.bounceClass.rawValue),
            "group": .string(verdict.group.rawValue),
            "hard": .bool(verdict.isHard),
            "code": verdict.code.map(JSON.string) ?? .null,
            "actor": .string(verdict.actor.rawValue),
            "rule": .string(verdict.rule),
        ]
        return ExportRow(fields.object ?? JSONObject())
    }

    /// One sentence for a person.
    var sentence: String {
        let permanence = verdict.isHard ? "the address is permanently dead" : "the address is not known to be dead"
        let code = verdict.code.map { ", code \($0)" } ?? ""
        return "\(verdict.bounceClass.rawValue) (\(verdict.group.rawValue)\(code)): \(permanence);"
            + " to act: \(verdict.actor.rawValue); decided by \(verdict.rule)"
    }
}
