import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SendtopCore

/// One HTTP request and its answer.
struct Exchange: Sendable {
    enum Result: Sendable {
        case answer(RawAnswer)
        case trouble(Trouble)
    }

    let client: HTTPClient
    let key: Secret

    /// Posts a body, and reads the answer to its end.
    ///
    /// - Parameter limit: How long it all may take.
    func post(_ body: String, to url: String, within limit: Duration) async -> Result {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Authorization", value: "Bearer \(key.reveal())")
        request.body = .bytes(ByteBuffer(string: body))
        return await exchange(request, within: limit)
    }

    /// Gets what a URL holds, without the key.
    ///
    /// - Parameter limit: How long it all may take.
    func get(_ url: String, within limit: Duration) async -> Result {
        await exchange(HTTPClientRequest(url: url), within: limit)
    }

    private func exchange(_ request: HTTPClientRequest, within limit: Duration) async -> Result {
        var request = request
        request.headers.add(name: "User-Agent", value: "sendtop")
        // The library's deadline ends with the answer's head, so the body needs a second clock.
        return await withTaskGroup(of: Result?.self) { [request] group in
            group.addTask { await perform(request, within: limit) }
            group.addTask {
                try? await Task.sleep(for: limit)
                return Task.isCancelled ? nil : .trouble(.timeout)
            }
            defer { group.cancelAll() }
            while let result = await group.next() {
                if let result { return result }
            }
            return .trouble(.cancelled)
        }
    }

    private func perform(_ request: HTTPClientRequest, within limit: Duration) async -> Result {
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: TimeAmount(limit))
        } catch {
            return .trouble(Trouble(error, status: nil))
        }
        let status = Int(response.status.code)
        do {
            let bytes = try await beginning(of: response.body)
            return .answer(
                RawAnswer(
                    status: status,
                    requestID: response.headers.first(name: "X-Request-Id").map(key.masked),
                    rateLimitReset: response.headers.first(name: "X-RateLimit-Reset"),
                    location: response.headers.first(name: "Location").map(key.masked),
                    body: key.masked(in: String(decoding: bytes, as: UTF8.self))
                )
            )
        } catch {
            return .trouble(Trouble(error, status: status))
        }
    }

    private func beginning(of body: HTTPClientResponse.Body) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            bytes.append(contentsOf: buffer.readableBytesView.prefix(RawAnswer.limit - bytes.count))
            if bytes.count == RawAnswer.limit { break }
        }
        try Task.checkCancellation()
        return bytes
    }
}
