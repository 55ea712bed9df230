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
            The answer is recorded in the ledger. With --expect the send is followed through the ledger to its end, which \
            needs a listener for that ledger: sendtop watch or sendtop listen. Exit code 1 says that the send was not \
            accepted, or did not end as expected.
            """
    )

    @OptionGroup(title: "What to send") var draft: DraftOptions

    @Flag(help: "Print the request and the curl line for it, and send nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Follow the send until it has this status.", valueName: "status"))
    var expect: ExpectedStatus?

    @Option(help: ArgumentHelp("How long to follow it.", valueName: "span"))
    var within = TimeSpan(milliseconds: 60_000)

    @Option(help: "text or json")
    var format: ReportFormat = .text

    @Option(help: ArgumentHelp("The word that a production profile asks for: the profile's name.", valueName: "word"))
    var yes: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings()
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
        let result = await Result { try await send(request, client: client, ledger: ledger, settings: settings) }
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

    private func send(_ request: SendRequest, client: SendClient, ledger: Ledger, settings: Settings) async throws {
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
        let outcome: SendOutcome
        do {
            outcome = try await client.send(request, requestID: requestID) { event in
                _ = try await ledger.append([event])
            }
        } catch {
            throw CommandFailure(.notDone, "\(error)")
        }
        try await ledger.project()
        var report = SendingReport(requestID: requestID, outcome: outcome, format: format)
        try report.printAnswer()
        if let expect, outcome.isOnItsWay {
            let follower = SendFollower(ledger: ledger, requestID: requestID)
            report.send = try await follower.end(expecting: expect.status, within: within.milliseconds)
            report.expected = expect.status
        }
        try report.printEnd(within: within)
    }

    private func printDry(_ request: SendRequest, _ settings: Settings) throws {
        let endpoint: Endpoint
        do {
            endpoint = try settings.profile.address
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
        try Console.print("POST \(endpoint.baseURL)\(request.path)")
        try Console.print("Content-Type: application/json")
        try Console.print("Authorization: Bearer \(Secret(""))")
        try Console.print("")
        try Console.printData(request.body.prettyText() + "\n\n")
        try Console.print("\(CurlCommand(request, baseURL: endpoint.baseURL, caFile: endpoint.caFile))")
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
