import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import SendtopCore
import SendtopSandbox

let quietLogger: Logger = {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
}()

/// An answer of the sandbox.
struct Answer: Sendable {
    var status: Int
    fileprivate var headers: HTTPHeaders
    var text: String

    var json: JSONObject { (try? JSON(text: text).object) ?? JSONObject() }
    func header(_ name: String) -> String? { headers.first(name: name) }
    var message: String? { json["message"]?.string }
    /// `dispatch_id`, or `send_id`; empty when there is none.
    var dispatchID: String { (json["dispatch_id"] ?? json["send_id"])?.string ?? "" }
}

/// A running sandbox with one target for its postbacks.
struct Harness: Sendable {
    static let activeCampaign = "417220e4-5a2a-b634-7f7d-9ec891532368"

    let baseURL: String
    let receiver: Receiver

    /// A request as it stands, to any path.
    func request(
        _ method: String,
        _ path: String,
        key: String? = "sandbox-key",
        encoding: String? = nil,
        body: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: baseURL + path)
        request.method = HTTPMethod(rawValue: method)
        if let key { request.headers.add(name: "Authorization", value: "Bearer \(key)") }
        if let encoding { request.headers.add(name: "Content-Encoding", value: encoding) }
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(string: body))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let text = try await response.body.collect(upTo: 1 << 24)
        return Answer(status: Int(response.status.code), headers: response.headers, text: String(buffer: text))
    }

    /// A request to the v1 endpoint.
    func send(
        _ body: JSON,
        campaign: String = Harness.activeCampaign,
        key: String? = "sandbox-key"
    ) async throws -> Answer {
        try await request("POST", "/transactional/v1/campaigns/\(campaign)/send", key: key, body: body.text())
    }

    /// A request to the v1 endpoint for a user.
    func send(to user: String, attributes: JSON? = nil, externalSendID: String? = nil) async throws -> Answer {
        var recipient = JSONObject()
        recipient["external_user_id"] = .string(user)
        recipient["attributes"] = attributes
        var body = JSONObject()
        body["external_send_id"] = externalSendID.map(JSON.string)
        body["recipient"] = .object(recipient)
        return try await send(.object(body))
    }

    /// A send to a user whose address chooses an outcome.
    func send(outcome localPart: String) async throws -> Answer {
        try await send(to: "user-\(localPart)", attributes: ["email": .string("\(localPart)@example.com")])
    }
}

extension SandboxConfiguration {
    /// The built-in set with hardly any latency.
    static var fast: SandboxConfiguration {
        var configuration = SandboxConfiguration.builtIn
        let short = Latency(min: 0, max: 2)
        configuration.latencies = Latencies(enqueue: short, execute: short, send: short, process: short, deliver: short)
        configuration.timeFactor = 0.001
        return configuration
    }

    /// The built-in set with latencies that leave time to see a send in the queue.
    static var unhurried: SandboxConfiguration {
        var configuration = SandboxConfiguration.fast
        configuration.timeFactor = 1
        configuration.latencies.send = Latency(min: 100, max: 120)
        return configuration
    }
}
