import SendtopClient
import SendtopCore
import SendtopStore
import SendtopUI

/// Issues the form's sends, and tells the screen what became of them.
struct MonitorSender: Sendable {
    let client: SendClient
    let ledger: Ledger
    /// What mails are seen through.
    private var mask: Mask?

    init(client: SendClient, ledger: Ledger) {
        self.client = client
        self.ledger = ledger
    }

    /// The same, for a masked screen.
    func masked(by mask: Mask?) -> MonitorSender {
        var sender = self
        sender.mask = mask
        return sender
    }

    /// The mail that the sandbox rendered for a send.
    func message(of dispatchID: String) async -> MessageAnswer {
        do {
            guard let message = try await client.renderedMessage(of: dispatchID) else { return .absent }
            guard let mask else { return .found(message) }
            return .found(mask.message(message, of: try await person(of: dispatchID, mask)))
        } catch {
            return .failed("\(error)")
        }
    }

    /// Sends to the same person whose requests may say what the mail says.
    private static let looks = 50

    /// Whom a send is to, with all that our requests have said of the person so far.
    private func person(of dispatchID: String, _ mask: Mask) async throws -> Mask.Person {
        guard let row = try await ledger.send(dispatchID: dispatchID) else { return .nobody }
        var rows = [row]
        if let recipient = row.send.recipient {
            let others = try await ledger.sends(to: recipient, since: Timestamp(milliseconds: .min))
            rows += others.prefix(MonitorSender.looks)
        }
        var values: [String] = []
        for row in rows { values += mask.values(in: try await ledger.events(of: row)) }
        return mask.person(row.send.recipient, values: values)
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
