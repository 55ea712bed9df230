import AsyncHTTPClient
public import SendtopCore

/// Sends validated requests to one endpoint, and says what the service answered.
///
/// Shut it down when done; connections are kept for the next send.
public final class SendClient: Sendable {
    /// Writes an event into the ledger for good, or throws.
    public typealias Record = @Sendable (Event) async throws -> Void

    let endpoint: Endpoint
    let key: Secret
    private let retry: RetryPolicy
    let client: HTTPClient
    private let now: @Sendable () -> Timestamp

    /// Makes a client; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - endpoint: where to send to, and for how long.
    ///   - key: the API key.
    ///   - retry: when to try again.
    ///   - proxies: the proxies of the environment.
    ///   - now: the present.
    /// - Throws: `EndpointError` when key, CA file or proxy cannot be used.
    public init(
        endpoint: Endpoint,
        key: Secret,
        retry: RetryPolicy = RetryPolicy(),
        proxies: ProxySettings = .inherited,
        now: @escaping @Sendable () -> Timestamp
    ) throws(EndpointError) {
        guard key.reveal().utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { throw .keyCharacters }
        self.endpoint = endpoint
        self.key = key
        self.retry = retry
        self.now = now
        client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: try HTTPClient.Configuration(endpoint: endpoint, proxies: proxies)
        )
    }

    /// Closes all connections; nothing can be sent after it.
    public func shutdown() async throws {
        try await client.shutdown()
    }

    /// Sends one request, again where that is safe and may help, and records each attempt before it returns.
    ///
    /// - Parameters:
    ///   - request: what to send.
    ///   - requestID: our own name for it, on every event.
    ///   - record: the ledger; called once an attempt, also when the task was cancelled.
    /// - Returns: What became of the last attempt.
    /// - Throws: `UnrecordedSend` when the ledger did not take an attempt.
    public func send(
        _ request: SendRequest,
        requestID: String,
        record: @escaping Record
    ) async throws(UnrecordedSend) -> SendOutcome {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: endpoint.totalTimeout)
        let exchange = Exchange(client: client, key: key)
        let url = endpoint.baseURL + request.path
        var attempt = 1
        while true {
            let result = await exchange.post(request.body.text(), to: url, within: clock.now.duration(to: deadline))
            let outcome = outcome(of: result)
            let note = AttemptNote(request: request, requestID: requestID, url: url, attempt: attempt)
            try await keep(note.event(of: result, outcome, from: endpoint.baseURL, at: now()), outcome, in: record)
            guard
                let error = outcome.error,
                let wait = retry.wait(
                    after: error,
                    attempt: attempt,
                    hasExternalSendID: request.externalSendID != nil,
                    now: now(),
                    jitter: .random(in: 0...1)
                ),
                wait < clock.now.duration(to: deadline),
                await slept(wait)
            else { return outcome }
            attempt += 1
        }
    }

    private func slept(_ wait: Duration) async -> Bool {
        do {
            try await Task.sleep(for: wait)
            return true
        } catch {
            return false
        }
    }

    private func outcome(of result: Exchange.Result) -> SendOutcome {
        switch result {
        case .answer(let answer): answer.outcome(at: endpoint.baseURL, key: key)
        case .trouble(let trouble): .failed(SendError(cause: .noAnswer(trouble), endpoint: endpoint.baseURL))
        }
    }

    private func keep(
        _ event: Event,
        _ outcome: SendOutcome,
        in record: @escaping Record
    ) async throws(UnrecordedSend) {
        // What was done is done: a cancelled task records it like any other.
        let recording = Task { try await record(event) }
        do {
            try await recording.value
        } catch {
            throw UnrecordedSend(outcome: outcome, reason: "\(error)")
        }
    }
}
