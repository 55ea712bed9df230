import SendtopClient
import SendtopCore

/// Keeps what a client records.
actor Events {
    private(set) var all: [Event] = []

    func append(_ event: Event) {
        all.append(event)
    }
}

/// What a send came to, and what was recorded of it.
struct Sent {
    var outcome: SendOutcome
    var events: [Event]

    var records: [SendRecord] {
        events.compactMap { SendRecord(bytes: $0.body) }
    }
}

/// The key of the tests, in the form of the service's.
let testKey = "9b4f2c7e-51d3-48a6-b0e2-7f6a1c3d5e89"

/// The present of the tests.
let testNow = Timestamp(milliseconds: 1_700_000_000_800)

/// A request that every endpoint would take.
func someRequest(externalSendID: String = "") throws -> SendRequest {
    try SendRequest(
        validating: SendDraft([
            .campaign: "417220e4-5a2a-b634-7f7d-9ec891532368",
            .externalUserID: "user-17",
            .triggerProperties: #"{"total":12.50}"#,
            .externalSendID: externalSendID,
        ])
    )
}

/// Sends one request to a port of this machine, or to another endpoint.
func send(
    to port: Int,
    endpoint: Endpoint? = nil,
    externalSendID: String = "",
    key: String = testKey,
    retry: RetryPolicy = RetryPolicy(firstWait: .milliseconds(1)),
    proxies: ProxySettings = .none,
    within total: Duration = .seconds(60),
    record: SendClient.Record? = nil
) async throws -> Sent {
    var endpoint = try endpoint ?? Endpoint("http://127.0.0.1:\(port)")
    endpoint.totalTimeout = total
    let client = try SendClient(
        endpoint: endpoint,
        key: Secret(key),
        retry: retry,
        proxies: proxies,
        now: { testNow }
    )
    let events = Events()
    do {
        let request = try someRequest(externalSendID: externalSendID)
        let outcome = try await client.send(request, requestID: "req-1") { event in
            try await record?(event)
            await events.append(event)
        }
        try await client.shutdown()
        return Sent(outcome: outcome, events: await events.all)
    } catch {
        try await client.shutdown()
        throw error
    }
}
