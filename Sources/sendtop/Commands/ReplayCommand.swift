import ArgumentParser
import AsyncHTTPClient
import Foundation
import SendtopCore
import SendtopStore

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Feed recorded events back in: to the ledger, or over HTTP to a listener.",
        discussion: """
            Reads ndjson as sendtop export events writes it; a line that is a bare postback will do as well, and came in \
            now. As fast as possible, unless --speed is given. To an empty ledger, an export gives the ledger that it \
            came from; to a listener go the postbacks alone, and it stamps them anew. One that ends early says how far it \
            came, and --from-line goes on there.
            """
    )

    @Argument(help: ArgumentHelp("The recording; - is standard input.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Keep the recorded pace, this many times faster; 1 is as it was.", valueName: "n"))
    var speed: Double?

    @Option(help: ArgumentHelp("Begin with this line.", valueName: "number"))
    var fromLine = 1

    @Option(help: ArgumentHelp("Post to this listener instead of the ledger.", valueName: "url"))
    var to: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let speed, !(speed > 0 && speed.isFinite) { throw ValidationError("--speed must be a number above 0.") }
        if fromLine < 1 { throw ValidationError("--from-line must be 1 or more.") }
        if let to, !ReplayCommand.isURL(to) {
            throw ValidationError("--to must be a URL such as http://127.0.0.1:7363/postback.")
        }
    }

    private static func isURL(_ text: String) -> Bool {
        guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return false }
        return URLComponents(string: text).map { $0.host?.isEmpty == false && $0.hasPossiblePort } ?? false
    }

    func run() async throws {
        let settings = try common.writingSettings()
        // A named pipe without a writer keeps us here, and a signal ends that as ever.
        let (handle, size) = try open()
        defer { try? handle.close() }
        let outcome = try await Interruptible.run { [self, descriptor = handle.fileDescriptor] in
            if let to { return try await post(descriptor, size, to) }
            return try await settings.withLedger(.writer) { try await append(descriptor, size, $0) }
        }
        Console.printError(outcome.sentence)
    }

    private func append(_ descriptor: Int32, _ size: Int?, _ ledger: Ledger) async throws -> ReplayOutcome {
        try await withThrowingTaskGroup(of: Void.self) { group in
            // An owner derives what comes in itself.
            if !ledger.hasOwner { group.addTask { try await ledger.run() } }
            let outcome = try await replay(size, to: LedgerTarget(ledger: ledger)).run(descriptor)
            group.cancelAll()
            try await group.waitForAll()
            if !ledger.hasOwner { try await ledger.project() }
            return outcome
        }
    }

    private func post(_ descriptor: Int32, _ size: Int?, _ url: String) async throws -> ReplayOutcome {
        // A listener that sends us elsewhere is none.
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        // A refusal is to be told at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        let client = HTTPClient(configuration: configuration)
        do {
            let outcome = try await replay(size, to: ListenerTarget(url: url, client: client)).run(descriptor)
            try await client.shutdown()
            return outcome
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private func replay(_ size: Int?, to target: any ReplayTarget) -> Replay {
        Replay(
            name: name,
            size: size,
            firstLine: fromLine,
            speed: speed,
            target: target,
            meter: ProgressMeter(unit: "events")
        )
    }

    private var name: String {
        file == "-" ? "standard input" : file
    }

    private func open() throws -> (FileHandle, size: Int?) {
        if file == "-" { return (.standardInput, nil) }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            let isWhole = attributes?[.type] as? FileAttributeType == .typeRegular
            return (handle, isWhole ? (attributes?[.size] as? NSNumber)?.intValue : nil)
        } catch {
            throw CommandFailure(.badInput, "\(file) cannot be read: \(FileFailure.sentence(error)).")
        }
    }
}
