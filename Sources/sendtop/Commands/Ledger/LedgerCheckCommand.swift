import ArgumentParser
import SendtopCore
import SendtopStore
import SendtopUI

struct LedgerCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read the whole ledger, and say what is wrong with it.",
        discussion: "Others can use the ledger meanwhile. Exit code 2 says that something is wrong."
    )

    @Option(help: "text or json")
    var format: ReportFormat = .text

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings()
        var check = LedgerCheck()
        do {
            check = try await settings.withLedger(.looker) { try await $0.check() }
        } catch let failure as CommandFailure {
            // A ledger that is too damaged to be opened is a finding.
            guard failure.isDamage else { throw failure }
            check.findings = [failure.sentence]
        }
        switch format {
        case .text:
            for finding in check.findings { try Console.print(finding) }
            if check.findings.isEmpty {
                try Console.print("Sound: \(check.events.counted("event")), \(check.sends.counted("send")).")
            }
        case .json:
            var object = JSONObject()
            object["path"] = .string(settings.ledgerPath)
            object["ok"] = .bool(check.findings.isEmpty)
            object["events"] = .number(JSONNumber(check.events))
            object["sends"] = .number(JSONNumber(check.sends))
            object["findings"] = .array(check.findings.map(JSON.string))
            try Console.printData(JSON.object(object).text(escaping: .terminalSafe) + "\n")
        }
        guard check.findings.isEmpty else { throw ExitCode(CommandFailure.Code.badInput.rawValue) }
    }
}
