import CoreMetrics
import SendtopCore
import SendtopListener
import TestSupport
import Testing

@Suite struct MetricsTests {
    private func metrics(_ port: Int, headers: [String] = []) async throws -> RawAnswer {
        try await ask(port, curl("", method: "GET", path: "/metrics", headers: headers))
    }

    @Test("What came of requests is counted, with bytes, times and what others know")
    func counts() async throws {
        let measure: @Sendable () async -> [Measurement] = { [Measurement("sendtop_ledger_bytes", "Size.", 4_096)] }
        try await listening(measure: measure, store: { _ in }) { _, port in
            let before = try await metrics(port)
            #expect(before.body.contains("sendtop_last_postback_age_seconds NaN\n"))
            _ = try await ask(port, curl(#"[{"a":1},{"b":2}]"#))
            _ = try await ask(port, curl("oops"))
            _ = try await ask(port, curl("{}", path: "/nowhere"))
            let answer = try await metrics(port)
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            for line in [
                "# TYPE sendtop_requests_total counter", #"sendtop_requests_total{outcome="taken"} 1"#,
                #"sendtop_requests_total{outcome="malformed"} 1"#, #"sendtop_requests_total{outcome="misdirected"} 1"#,
                #"sendtop_requests_total{outcome="unauthorised"} 0"#, "sendtop_events_total 2",
                "sendtop_received_bytes_total 21", "# TYPE sendtop_commit_seconds histogram",
                #"sendtop_commit_seconds_bucket{le="+Inf"} 1"#, "sendtop_commit_seconds_count 1",
                "sendtop_answer_seconds_count 1", "sendtop_queue_requests 0", "sendtop_last_postback_age_seconds 0",
                "# HELP sendtop_ledger_bytes Size.", "# TYPE sendtop_ledger_bytes gauge", "sendtop_ledger_bytes 4096",
            ] {
                #expect(answer.body.split(separator: "\n").contains(Substring(line)), "\(line)")
            }
        }
    }

    @Test("Postbacks that are stored together are counted each")
    func together() async throws {
        let gate = Gate()
        try await listening(store: { _ in await gate.pass() }) { listener, port in
            var connections: [RawConnection] = []
            for _ in 0..<12 {
                let connection = try await RawConnection.open(port)
                try await connection.send(curl("[{},{}]"))
                connections.append(connection)
            }
            try await eventually { await gate.waiting == 12 ? true : nil }
            await gate.open()
            for connection in connections { #expect(try await connection.answer().status == 200) }
            #expect(listener.intake.taken == 12)
            let lines = try await metrics(port).body.split(separator: "\n")
            for line in [
                #"sendtop_requests_total{outcome="taken"} 12"#, "sendtop_events_total 24",
                "sendtop_commit_seconds_count 12", "sendtop_answer_seconds_count 12", "sendtop_queue_requests 0",
                "sendtop_queue_bytes 0",
            ] {
                #expect(lines.contains(Substring(line)), "\(line)")
            }
        }
    }

    @Test("Metrics are for this machine, or for a secret")
    func secret() async throws {
        let access = AccessPolicy(tokens: [Secret("a-long-enough-token")])
        try await listening(access: access, store: { _ in }) { _, port in
            let local = try await metrics(port)
            #expect(local.status == 200)
            for header in [
                "X-Forwarded-For: 192.0.2.1", "x-real-ip: 192.0.2.1", "X-Forwarded-Host: h", "X-Forwarded-Proto: https",
                "Forwarded: for=192.0.2.1", "Via: 1.1 proxy",
            ] {
                #expect(try await metrics(port, headers: [header]).status == 401, "\(header)")
            }
            let headers = ["X-Forwarded-For: 192.0.2.1", "Authorization: Bearer a-long-enough-token"]
            #expect(try await metrics(port, headers: headers).status == 200)
        }
        let behind = AccessPolicy(proxies: [try #require(IPRange("127.0.0.1"))])
        try await listening(access: behind, store: { _ in }) { _, port in
            let answer = try await metrics(port, headers: ["X-Forwarded-For: 192.0.2.1"])
            #expect(answer.status == 401)
        }
    }

    @Test("What is measured through swift-metrics is written in Prometheus' form")
    func format() {
        let prometheus = PrometheusMetrics()
        Counter(label: "a.count", dimensions: [("path", "x\"\\\n")], factory: prometheus).increment(by: 3)
        Counter(label: "a.count", dimensions: [("path", "x\"\\\n")], factory: prometheus).increment()
        Meter(label: "level", factory: prometheus).set(0.25)
        let timer = CoreMetrics.Timer(label: "wait_seconds", factory: prometheus)
        timer.recordNanoseconds(600_000)
        timer.recordNanoseconds(20_000_000_000)
        prometheus.describe("level", "How much.")
        let lines = prometheus.text().split(separator: "\n")
        #expect(
            lines.prefix(5) == [
                "# TYPE a_count counter", #"a_count{path="x\"\\\n"} 4"#, "# HELP level How much.",
                "# TYPE level gauge", "level 0.25",
            ]
        )
        for line in [
            #"wait_seconds_bucket{le="0.0005"} 0"#, #"wait_seconds_bucket{le="0.001"} 1"#,
            #"wait_seconds_bucket{le="10"} 1"#, #"wait_seconds_bucket{le="+Inf"} 2"#, "wait_seconds_sum 20.0006",
            "wait_seconds_count 2",
        ] {
            #expect(lines.contains(Substring(line)), "\(line)")
        }
    }
}
