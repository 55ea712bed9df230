import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SendtopCore

/// Posts to a listener, as the service does; what we did ourselves is no postback and is passed over.
struct ListenerTarget: ReplayTarget {
    /// Requests that are under way at a time.
    private static let width = 32
    /// Times that a listener which has no room just now is asked again.
    private static let tries = 60

    let url: String
    let client: HTTPClient

    func take(_ events: [Event]) async throws -> Int {
        let postbacks = events.filter { $0.kind == .postback }
        try await withThrowingTaskGroup(of: Void.self) { group in
            var running = 0
            for event in postbacks {
                if running == ListenerTarget.width {
                    try await group.next()
                    running -= 1
                }
                group.addTask { try await post(event) }
                running += 1
            }
            try await group.waitForAll()
        }
        return events.count - postbacks.count
    }

    private func post(_ event: Event) async throws {
        for attempt in 1... {
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(event.body)
            let response: HTTPClientResponse
            do {
                response = try await client.execute(request, timeout: .seconds(30))
                for try await _ in response.body {}
            } catch {
                throw CommandFailure(.notDone, "\(url) does not answer: \(error). Is a listener running there?")
            }
            if response.status.code == 200 { return }
            guard response.status.code == 503, attempt < ListenerTarget.tries else {
                throw CommandFailure(
                    .notDone,
                    "\(url) answered \(response.status.code) to event \(event.seq) instead of 200, and the replay ended there."
                )
            }
            try await Task.sleep(for: .seconds(1))
        }
    }
}
