import Hummingbird
import NIOCore
import SendtopCore
import Synchronization
import TestSupport

/// A target of postbacks: takes everything in, and answers as it is told.
final class Receiver: Sendable {
    /// One request that came.
    struct Arrival: Sendable {
        var path: String
        var authorization: String?
        var contentType: String?
        var text: String
        var json: JSON

        var status: String? { json.object?["status"]?.string }
        var dispatchID: String? { (json.object?["dispatch_id"] ?? json.object?["send_id"])?.string }
        var metadata: JSONObject { json.object?["metadata"]?.object ?? JSONObject() }
    }

    private let arrivals = Mutex<[Arrival]>([])
    private let answer: @Sendable (_ number: Int, Arrival) -> Int

    /// - Parameter answer: the status to answer, by the number of the request from 0.
    init(answer: @escaping @Sendable (_ number: Int, Arrival) -> Int = { _, _ in 200 }) {
        self.answer = answer
    }

    var all: [Arrival] {
        arrivals.withLock { $0 }
    }

    /// The statuses that came for a send, in order of arrival.
    func statuses(of dispatchID: String) -> [String] {
        all.filter { $0.dispatchID == dispatchID }.compactMap(\.status)
    }

    /// Waits for so many postbacks of a send.
    func wait(for count: Int, of dispatchID: String) async throws -> [Arrival] {
        try await eventually {
            let found = self.all.filter { $0.dispatchID == dispatchID }
            return found.count >= count ? found : nil
        }
    }

    func run(onBound: @escaping @Sendable (Int) async -> Void) async throws {
        try await run(at: 0, onBound: onBound)
    }

    func run(at port: Int, onBound: @escaping @Sendable (Int) async -> Void) async throws {
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in try await self.take(request) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), backlog: 1_024),
            onServerRunning: { channel in await onBound(channel.localAddress?.port ?? 0) },
            logger: quietLogger
        )
        try await application.run()
    }

    private func take(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        let bytes = Array(body.readableBytesView)
        let arrival = Arrival(
            path: request.uri.description,
            authorization: request.headers[.authorization],
            contentType: request.headers[.contentType],
            text: String(decoding: bytes, as: UTF8.self),
            json: (try? JSON(bytes: bytes)) ?? .null
        )
        let number = arrivals.withLock {
            $0.append(arrival)
            return $0.count - 1
        }
        return Response(status: HTTPResponse.Status(code: answer(number, arrival)))
    }
}
