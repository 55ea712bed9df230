import ArgumentParser
import Foundation
import SendtopCore
import SendtopTerminal
import SendtopUI

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check everything, and say what to do.",
        discussion: """
            Looks at configuration, endpoint, API key, port, listener, tokens, disk, ledger, terminal and clock. To try the \
            key it asks for a send of a campaign that does not exist to a user that does not exist, which the service \
            refuses; nobody is mailed, and nothing is recorded. Exit code 2 says that a fault was found.
            """
    )

    /// How findings are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case ndjson
    }

    @Option(help: "text, json or ndjson")
    var format: Format = .text

    @OptionGroup var options: ListenerOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var findings: [Finding] = []
        var settings: Settings?
        do {
            let reader = common.reader(options.flags)
            let file = try reader.file(Folders(environment: environment))
            let resolved = try reader.settings(in: file)
            settings = resolved
            findings.append(DoctorCommand.sound(reader))
            for sentence in StrangeVariables(environment, profiles: try Profile.all(in: file)).sentences {
                Console.printError("sendtop: \(sentence)")
            }
            findings += await Doctor(settings: resolved, environment: environment).findings()
        } catch {
            findings.append(.fault(.configuration, "\(error)", "What depends on it was not looked at."))
        }
        findings += await Doctor.surroundings(environment: environment)
        do {
            try await show(findings, settings, environment)
        } catch is OutputClosed {}
        let isSound = !findings.contains { $0.verdict == .fault }
        // A command of the configuration that hangs must not keep this one.
        Foundation.exit(isSound ? 0 : CommandFailure.Code.badInput.rawValue)
    }

    private static func sound(_ reader: SettingsReader) -> Finding {
        let file = reader.filePlace(Folders(environment: reader.environment)).path
        guard FileManager.default.fileExists(atPath: file) else {
            return .ok(.configuration, "There is no \(file); the defaults hold.")
        }
        return .ok(.configuration, "\(file) is sound; sendtop config shows what it amounts to.")
    }

    private func show(_ findings: [Finding], _ settings: Settings?, _ environment: [String: String]) async throws {
        switch format {
        case .text:
            let terminal = await TerminalFacts.read(environment: environment)
            let theme =
                Console.isTerminal ? settings.flatMap { try? ThemeShelf(folder: $0.themesFolder).theme($0.theme) } : nil
            let line = FindingLine(isUnicode: terminal.isUnicode, depth: terminal.colorDepth, theme: theme)
            for finding in findings { try Console.printData(line.text(finding) + "\n") }
        case .json, .ndjson:
            var writer = ExportWriter(format: format == .json ? .json : .ndjson, columns: [])
            try writer.begin()
            try writer.write(findings.map(\.row))
            try writer.end()
        }
    }
}
