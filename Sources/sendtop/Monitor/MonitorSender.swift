import SendtopClient
import SendtopCore
import SendtopStore
import SendtopUI

/// Issues the form's sends, and tells the screen what became of them.
struct MonitorSender: Sendable {
    let client: SendClient
    let ledger: Ledger

    /// The mail that the sandbox rendered for a send.
    func message(of dispatchID: String) async -> MessageAnswer {
        do {
            return try await client.renderedMessage(of: dispatchID).map(MessageAnswer.found) ?? .absent
        } catch {
            return .failed("\(error)")
        }
    }

    /// What is risky about sending a request now, in one sentence, or `nil`; also when the ledger cannot say.
    func risk(of request: SendRequest) async -> String? {
        (try? await AttributeWatch(ledger: ledger).risk(of: request)) ?? nil
    }

    /// Sends, appends every answer to the ledger, and reports.
    func send(_ request: SendRequest, requestID: String) async -> SendReport {
        do {
            let outcome = try await client.send(request, requestID: requestID) { event in
                _ = try await ledger.append([event])
            }
            return SendReport(requestID: requestID, outcome: outcome)
        } catch {
            return SendReport(requestID: requestID, outcome: .failed, message: "\(error)")
        }
    }
}
