import SendtopSandbox
import Testing

@Suite("The end of a sandbox", .serialized)
struct CancellationTests {
    private let request = """
        POST \(PageExample.legacy.path) HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer sandbox-key\r
        Content-Length: \(PageExample.legacy.rawValue.utf8.count)\r
        Connection: close\r
        \r
        \(PageExample.legacy.rawValue)
        """

    @Test("cancellation at any moment ends it, with clients in the middle of requests", arguments: 0..<12)
    func cancelled(moment: Int) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let receiver = Receiver()
        try await withBound(receiver.run(onBound:)) { receiverPort in
            let target = try PostbackTarget(url: "http://127.0.0.1:\(receiverPort)/postback")
            let sandbox = try Sandbox(
                configuration: .fast,
                port: 0,
                statePath: nil,
                postbackURLs: [target],
                logger: quietLogger
            )
            let running = Task { try await sandbox.run { continuation.yield($0) } }
            // The first moments are before it listens, the later ones under load.
            if moment > 4 {
                var iterator = ports.makeAsyncIterator()
                let port = try #require(await iterator.next())
                let half = try HalfRequest(port: UInt16(port))
                defer { half.hangUp() }
                await withDiscardingTaskGroup { group in
                    for number in 0..<8 {
                        group.addTask {
                            if number == moment % 8 { running.cancel() }
                            _ = try? await exchange(request, port: UInt16(port))
                        }
                    }
                }
            } else {
                for _ in 0..<moment { await Task.yield() }
            }
            running.cancel()
            _ = await running.result
        }
    }
}
