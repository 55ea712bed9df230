import ArgumentParser
import AsyncHTTPClient
import Foundation
import SendtopStore

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Feed recorded events back in: to the ledger, or over HTTP to a listener.",
        discussion: """
            Reads ndjson as sendtop export events writes it; a line that is a bare postback will do as well, and came in \
            now. As fast as possible, unless --speed is given. To an empty ledger, an export gives the ledger that it \
            came from; to a listener go the postbacks alone, and it stamps them anew.
            """
    )

    @Argument(help: ArgumentHelp("The recording; - is standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Keep the recorded pace, this many times faster; 1 is as it was.", valueName: "n"))
    var speed: Double?

    @Option(help: ArgumentHelp("Post to this listener instead of the ledger.", valueName: "url"))
    var to: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let speed, !(speed > 0 && speed.isFinite) { throw ValidationError("--speed must be a number above 0.") }
        if let to, !to.hasPrefix("http://"), !to.hasPrefix("https://") {
            throw ValidationError("--to must be a URL such as http://127.0.0.1:7363/postback.")
        }
    }

    func run() async throws {
        let settings = try common.settings()
        let (handle, size) = try open()
        let meter = ProgressMeter(unit: "events")
        let outcome: Replay.Outcome
        if let to {
            outcome = try await post(handle, size, to, meter)
        } else {
            outcome = try await settings.withLedger(.writer) { ledger in
                let target = LedgerTarget(ledger: ledger)
                let replay = Replay(name: name, size: size, target: target, meter: meter)
                return try await withThrowingTaskGroup(of: Void.self) { group in
                    // An owner derives what comes in itself.
                    if !ledger.hasOwner { group.addTask { try await ledger.run() } }
                    let outcome = try await replay.run(handle, speed: speed)
                    group.cancelAll()
                    try await group.waitForAll()
                    if !ledger.hasOwner { try await ledger.project() }
                    return outcome
                }
            }
        }
        meter.end()
        let skipped = outcome.skipped > 0 ? ", \(outcome.skipped) that are no postbacks passed over" : ""
        Console.printError("Replayed: \(outcome.events) events\(skipped).")
    }

    private func post(
        _ handle: FileHandle,
        _ size: Int?,
        _ url: String,
        _ meter: ProgressMeter
    ) async throws -> Replay.Outcome {
        var configuration = HTTPClient.Configuration()
        // A refusal is to be told at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        let client = HTTPClient(configuration: configuration)
        do {
            let outcome = try await Replay(
                name: name,
                size: size,
                target: ListenerTarget(url: url, client: client),
                meter: meter
            )
            .run(handle, speed: speed)
            try await client.shutdown()
            return outcome
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private var name: String {
        file == "-" ? "standard input" : file
    }

    private func open() throws -> (FileHandle, size: Int?) {
        if file == "-" { return (.standardInput, nil) }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            return (handle, (attributes?[.size] as? NSNumber)?.intValue)
        } catch {
            throw CommandFailure(.badInput, "\(file) cannot be read: \(FileFailure.sentence(error)).")
        }
    }
}
