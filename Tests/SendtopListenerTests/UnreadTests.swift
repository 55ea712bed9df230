import SendtopCore
import SendtopListener
import TestSupport
import Testing

@Suite struct UnreadTests {
    /// Its answer is so long that a few hundred fill whatever the system holds.
    private static let request = curl("", method: "GET", path: "/metrics")

    @Test("A sender that never reads its answers is held up, then cut off, and counted")
    func deaf() async throws {
        let configuration = ListenerConfiguration(limits: ListenerLimits(requestTimeout: .milliseconds(200)))
        try await listening(configuration, store: AccessTests.nobody) { _, port in
            let connection = try await RawConnection.open(port, isDeaf: true)
            let sending = Task {
                while true { try await connection.send(String(repeating: Self.request, count: 50)) }
            }
            try await eventually {
                try await ask(port, Self.request).body.contains(#"outcome="unread"} 1"#) ? true : nil
            }
            await #expect(throws: (any Error).self) { try await sending.value }
        }
    }

    @Test("A sender that reads late gets all its answers")
    func late() async throws {
        try await listening(store: AccessTests.nobody) { _, port in
            let connection = try await RawConnection.open(port, isDeaf: true)
            let last = curl("", method: "GET", path: "/healthz", headers: ["Connection: close"])
            try await connection.send(String(repeating: Self.request, count: 1_000) + last)
            try await connection.listen()
            try await connection.waitForEnd()
            #expect(connection.received.ranges(of: "HTTP/1.1 200 OK").count == 1_001)
        }
    }
}
