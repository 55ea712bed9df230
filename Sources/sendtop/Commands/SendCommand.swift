import ArgumentParser
import Foundation
import SendtopClient
import SendtopCore
import SendtopStore

struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Issue one send, and say what the service answered.",
        discussion: """
            The answer is recorded in the ledger; where that fails after all, it is printed, and the exit code of a send \
            that is on its way stays 0. With --expect the send is followed through the ledger to its end, which \
            needs a listener for that ledger: sendtop watch or sendtop listen. Exit code 1 says that the send was not \
            accepted, or did not end as expected.
            """
    )

    @OptionGroup(title: "What to send") var draft: DraftOptions

    @Flag(help: "Print the request and the curl line for it, and send nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Follow the send until it has this status.", valueName: "status"))
    var expect: ExpectedStatus?

    @Option(help: ArgumentHelp("With --expect, how long to follow it (default: 60s).", valueName: "span"))
    var within: TimeSpan?

    @Option(help: "text or json")
    var format: ReportFormat = .text

    @Option(help: ArgumentHelp("The word that a production profile asks for: the profile's name.", valueName: "word"))
    var yes: String?

    @OptionGroup var common: CommonOptions

    /// How long a send is followed unless something else is said.
    private static let patience = TimeSpan(milliseconds: 60_000)

    func validate() throws {
        guard within == nil || expect != nil else {
            throw ValidationError("--within says how long to follow the send; give --expect STATUS, too.")
        }
    }

    func run() async throws {
        let settings = try dryRun ? common.settings() : common.writingSettings()
        let request = try request(for: settings.profile)
        guard !dryRun else { return try printDry(request, settings) }
        try confirm(settings.profile)
        let client = try settings.client(retry: RetryPolicy(retriesConnections: true))
        let ledger: Ledger
        do {
            ledger = try settings.openLedger(.writer)
        } catch {
            try? await client.shutdown()
            throw error
        }
        if let damage = ledger.damage { Console.printError("sendtop: \(damage)") }
        let result = await Result {
            try refuseFullDisk(of: ledger)
            try await send(request, client: client, ledger: ledger)
        }
        try? await client.shutdown()
        await ledger.close()
        try result.get()
    }

    private func request(for profile: Profile) throws -> SendRequest {
        do {
            return try SendRequest(validating: draft.draft(for: profile))
        } catch let error as SendRequestError {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    private func confirm(_ profile: Profile) throws {
        guard profile.isProduction, yes != profile.name else { return }
        let word = yes.map { "--yes says \"\($0)\"" } ?? "--yes is missing"
        throw CommandFailure(
            .usage,
            "Profile \"\(profile.name)\" mails real people, and \(word); give --yes \(profile.name) to send."
        )
    }

    /// A mail that cannot be recorded is better not sent.
    private func refuseFullDisk(of ledger: Ledger) throws {
        guard let room = DiskRoom.bytes(at: DiskRoom.folder(of: ledger.path)), room < SendCommand.leastRoom else {
            return
        }
        throw CommandFailure(
            .notDone,
            "The disk of the ledger \(ledger.path) has only \(ByteSize(bytes: room)) left, so the send could not be"
                + " recorded, and nothing was sent. Make room, or give another --ledger."
        )
    }

    /// Bytes that the ledger's disk must have left for a send with all its events.
    private static let leastRoom: Int64 = 1_000_000

    private func send(_ request: SendRequest, client: SendClient, ledger: Ledger) async throws {
        if let expect, expect.status != .accepted, !ledger.hasOwner {
            throw CommandFailure(
                .notDone,
                "Nobody takes postbacks in for \(ledger.path), so the send could not be followed and was not issued."
                    + " Start sendtop watch or sendtop listen with the same profile, or leave --expect out."
            )
        }
        if let risk = try await AttributeWatch(ledger: ledger).risk(of: request) {
            Console.printError("Warning: \(risk)")
        }
        let requestID = RequestID.make()
        var report: SendingReport
        do throws(UnrecordedSend) {
            let outcome = try await client.send(request, requestID: requestID) { event in
                _ = try await ledger.append([event])
            }
            report = SendingReport(requestID: requestID, outcome: outcome, format: format)
        } catch {
            report = SendingReport(requestID: requestID, outcome: error.outcome, format: format)
            report.trouble = error.sentence
        }
        report.expected = expect?.status
        try report.printAnswer()
        let within = within ?? SendCommand.patience
        do {
            try await follow(&report, in: ledger, within: within)
        } catch let error as LedgerError {
            // The mail is on its way all the same, and whoever sent it must hear of that.
            report.trouble = "\(error)"
        }
        try report.printEnd(within: within)
    }

    /// Waits for the send's end where that is asked for, and can be known.
    private func follow(_ report: inout SendingReport, in ledger: Ledger, within: TimeSpan) async throws {
        guard report.trouble == nil else { return }
        try await ledger.project()
        guard let expect, report.outcome.isOnItsWay else { return }
        let follower = SendFollower(ledger: ledger, requestID: report.requestID)
        report.send = try await follower.end(expecting: expect.status, within: within.milliseconds)
    }

    private func printDry(_ request: SendRequest, _ settings: Settings) throws {
        let endpoint: Endpoint
        do {
            endpoint = try settings.profile.address
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
        let url = endpoint.baseURL + request.path
        let headers = [("Content-Type", "application/json"), ("Authorization", "Bearer \(Secret(""))")]
        let curl = "\(CurlCommand(request, baseURL: endpoint.baseURL, caFile: endpoint.caFile))"
        switch format {
        case .text:
            try Console.print("POST \(url)")
            for (name, value) in headers { try Console.print("\(name): \(value)") }
            try Console.print("")
            try Console.printData(request.body.prettyText() + "\n\n")
            try Console.print(curl)
        case .json:
            var object = JSONObject()
            object["method"] = "POST"
            object["url"] = .string(url)
            object["headers"] = .object(
                JSONObject(headers.map { JSONObject.Member(key: $0.0, value: .string($0.1)) })
            )
            object["body"] = request.body
            object["curl"] = .string(curl)
            try Console.printData(JSON.object(object).text(escaping: .terminalSafe) + "\n")
        }
    }
}

/// A status that a send can be expected to reach.
struct ExpectedStatus: ExpressibleByArgument, Sendable {
    let status: SendStatus

    init?(argument: String) {
        let status = SendStatus(postback: argument)
        guard status == .accepted || SendStatus.reported.contains(status) else { return nil }
        self.status = status
    }

    static var allValueStrings: [String] {
        [SendStatus.accepted.rawValue] + SendStatus.reported.map(\.rawValue)
    }

    static var defaultCompletionKind: CompletionKind {
        .list(allValueStrings)
    }
}

/// How a command reports what it did.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
