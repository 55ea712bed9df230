import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SendtopCore
import TestSupport
import Testing

extension ConformanceService {
    /// A user id that nobody has used.
    static func newUser() -> String {
        "conformance-\(UUID().uuidString.lowercased())"
    }

    /// A body that every service takes: a user who exists afterwards, with an address that takes mail.
    static func body(
        user: String = newUser(),
        email: String = "someone@example.com",
        externalSendID: String? = nil
    ) -> JSON {
        var body = JSONObject()
        body["external_send_id"] = externalSendID.map(JSON.string)
        body["recipient"] = ["external_user_id": .string(user), "attributes": ["email": .string(fresh(email))]]
        return .object(body)
    }

    /// The address with a part of its own, for a service that many rows ask does not mail a dead address again.
    private static func fresh(_ email: String) -> String {
        guard !email.contains("+"), let at = email.firstIndex(of: "@") else { return email }
        return email[..<at] + "+" + newUser() + email[at...]
    }

    /// The v1 path of a campaign; the legacy one when the row is asked by that page.
    func v1(_ need: Need = .campaign) throws -> String {
        if form == .legacy { return try v2(need) }
        return "/transactional/v1/campaigns/\(try the(need))/send"
    }

    /// The legacy path of a campaign.
    func v2(_ need: Need = .campaign) throws -> String {
        "/v2/transactional/campaigns/\(try the(need))/send"
    }

    /// Posts a body as it stands.
    func post(_ path: String, _ text: String, key: Need? = .key) async throws -> Answer {
        let harness = Harness(baseURL: baseURL, receiver: receiver)
        return try await harness.request("POST", path, key: try key.map { try the($0) }, body: formed(text))
    }

    /// The body in the shape of the page that the row is asked by.
    private func formed(_ text: String) -> String {
        guard form == .recipients, var body = try? JSON(text: text).object, let one = body["recipient"] else {
            return text
        }
        body["recipient"] = nil
        body["recipients"] = one.object == nil ? one : [one]
        return JSON.object(body).text()
    }

    /// Posts a body to the v1 endpoint.
    func post(_ body: JSON, key: Need? = .key) async throws -> Answer {
        try await post(try v1(), body.text(), key: key)
    }

    /// Posts a recipient to the v1 endpoint.
    func post(recipient: JSON) async throws -> Answer {
        try await post(["recipient": recipient])
    }

    /// Sends and waits for so many postbacks.
    func story(
        _ body: JSON,
        path: String? = nil,
        _ count: Int
    ) async throws -> (answer: Answer, postbacks: [Receiver.Arrival]) {
        try mustHear()
        let answer = try await post(try path ?? v1(), body.text())
        try #require(answer.status == 201, "\(answer.text)")
        return (answer, Array(try await receiver.wait(for: count, of: answer.dispatchID).prefix(count)))
    }

    /// The postback of a status from a story that has it.
    func postback(
        _ status: String,
        email: String,
        externalSendID: String? = nil
    ) async throws -> Receiver.Arrival {
        try mustHear()
        if !email.hasPrefix("someone@") { try mustBeSandbox() }
        let body = ConformanceService.body(email: email, externalSendID: externalSendID)
        let answer = try await post(body)
        try #require(answer.status == 201, "\(answer.text)")
        return try await eventually {
            self.receiver.all.first { $0.dispatchID == answer.dispatchID && $0.status == status }
        }
    }

    /// The profile of a user, where the service shows it.
    func profile(of user: String) async throws -> JSONObject? {
        try mustBeSandbox()
        let harness = Harness(baseURL: baseURL, receiver: receiver)
        let users = try await harness.request("GET", "/sandbox/info", key: nil).json["users"]?.array ?? []
        return users.compactMap(\.object).first { $0["external_user_id"] == .string(user) }
    }

    /// The mail of a send, where the service shows it.
    func message(of dispatchID: String) async throws -> JSONObject {
        try mustBeSandbox()
        let harness = Harness(baseURL: baseURL, receiver: receiver)
        return try await eventually {
            let path = "/sandbox/messages?dispatch_id=\(dispatchID)"
            return try await harness.request("GET", path, key: nil).json["messages"]?.array?.first?.object
        }
    }
}
