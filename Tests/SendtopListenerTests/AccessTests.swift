import Foundation
import SendtopCore
import SendtopListener
import Testing

private let secret = "V1StGXR8_Z5jdHi6B-myT"
private let other = "zZ9.second~token-7Qx"

@Suite struct AccessTests {
    private func policy(
        tokens: [String] = [],
        credentials: [String] = [],
        allowed: [String] = [],
        proxies: [String] = []
    ) throws -> AccessPolicy {
        AccessPolicy(
            tokens: tokens.map(Secret.init),
            credentials: credentials.map(Secret.init),
            allowed: try allowed.map { try #require(IPRange($0)) },
            proxies: try proxies.map { try #require(IPRange($0)) }
        )
    }

    @Test(
        "The token may stand in the path, in the query, or be a bearer",
        arguments: [
            ("/postback/\(secret)", []), ("/postback/\(secret)/", []), ("/postback?token=\(secret)", []),
            ("/postback?a=b&token=\(other)", []), ("/postback", ["Authorization: Bearer \(secret)"]),
            ("/postback", ["authorization: bearer \(other)"]),
            ("/postback", ["Authorization:  Bearer   \(secret)\t "]),
        ] as [(String, [String])]
    )
    func token(path: String, headers: [String]) async throws {
        let events = Events()
        let access = try policy(tokens: [secret, other])
        try await listening(access: access, store: { await events.append($0) }) { _, port in
            let answer = try await ask(port, curl("{}", path: path, headers: headers))
            #expect(answer.status == 200)
            #expect(await events.all.count == 1)
        }
    }

    @Test(
        "Without the token nothing is stored, and the attempt is counted",
        arguments: [
            ("/postback", []), ("/postback/", []), ("/postback/\(secret)x", []), ("/postback/\(secret.dropLast())", []),
            ("/postback/\(secret)\(secret)", []), ("/postback?token=", []), ("/postback?xtoken=\(secret)", []),
            ("/postback/wrong?token=\(secret.lowercased())", []), ("/postback", ["Authorization: Bearer x"]),
            ("/postback", ["Authorization: Basic \(secret)"]), ("/postback", ["Authorization: \(secret)"]),
        ] as [(String, [String])]
    )
    func wrongToken(path: String, headers: [String]) async throws {
        let log = CapturedLog()
        let access = try policy(tokens: [secret])
        try await listening(access: access, log: log, store: Self.nobody) { listener, port in
            let answer = try await ask(port, curl(#"{"dispatch_id":"a"}"#, path: path, headers: headers))
            #expect(answer.status == 401)
            #expect(answer.headers["www-authenticate"] == "Bearer realm=\"sendtop\"")
            #expect(listener.intake.refused == 1)
            #expect(log.lines.contains { $0.contains("The secret is missing or wrong.") })
            #expect(!log.lines.contains { $0.contains(secret) || $0.contains("dispatch_id") })
        }
    }

    @Test("A name and password are taken, others are asked for them")
    func basic() async throws {
        let events = Events()
        let access = try policy(credentials: ["braze:correct horse"])
        try await listening(access: access, store: { await events.append($0) }) { _, port in
            let right = Data("braze:correct horse".utf8).base64EncodedString()
            let wrong = Data("braze:correct hors".utf8).base64EncodedString()
            #expect(try await ask(port, curl("{}", headers: ["Authorization: Basic \(right)"])).status == 200)
            let answer = try await ask(port, curl("{}", headers: ["Authorization: Basic \(wrong)"]))
            #expect(answer.status == 401)
            #expect(answer.headers["www-authenticate"] == "Basic realm=\"sendtop\"")
            #expect(await events.all.first?.headers.contains { $0.name == "Authorization" } == false)
        }
    }

    @Test("Where both kinds of secret would do, both are named")
    func bothKinds() async throws {
        let access = try policy(tokens: [secret], credentials: ["braze:correct horse"])
        try await listening(access: access, store: Self.nobody) { _, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(curl("{}"))
            try await connection.waitForEnd()
            for kind in ["Bearer", "Basic"] {
                #expect(connection.received.contains("\r\nWWW-Authenticate: \(kind) realm=\"sendtop\"\r\n"))
            }
        }
    }

    @Test("Only addresses of the list are let in")
    func addresses() async throws {
        let inside = try policy(allowed: ["192.0.2.0/24", "127.0.0.0/8"])
        try await listening(access: inside, store: { _ in }) { _, port in
            let answer = try await ask(port, curl("{}"))
            #expect(answer.status == 200)
        }
        let outside = try policy(allowed: ["192.0.2.0/24"])
        try await listening(access: outside, store: Self.nobody) { listener, port in
            let answer = try await ask(port, curl("{}", headers: ["X-Forwarded-For: 192.0.2.1"]))
            #expect(answer.status == 403)
            #expect(listener.intake.refused == 1)
            #expect(try await ask(port, curl("", method: "GET", path: "/healthz")).status == 200)
        }
    }

    @Test(
        "A proxy that is known speaks for its caller, and what stands before the last stranger is hearsay",
        arguments: [
            ("192.0.2.7", 200, "192.0.2.7"), ("203.0.113.5, 192.0.2.7", 200, "192.0.2.7"),
            ("192.0.2.7, 203.0.113.5", 403, nil), ("192.0.2.7, 127.0.0.3", 200, "192.0.2.7"),
            ("192.0.2.7:51034", 200, "192.0.2.7"), ("2001:db8::1", 403, nil), ("unknown", 403, nil), ("", 403, nil),
            ("[2001:db9::7]:80", 200, "2001:db9::7"), ("::ffff:192.0.2.7", 200, "192.0.2.7"),
        ] as [(String, Int, String?)]
    )
    func proxies(forwarded: String, status: Int, source: String?) async throws {
        let events = Events()
        let access = try policy(allowed: ["192.0.2.0/24", "2001:db9::/32"], proxies: ["127.0.0.0/8"])
        try await listening(access: access, store: { await events.append($0) }) { _, port in
            let answer = try await ask(port, curl("{}", headers: ["X-Forwarded-For: \(forwarded)"]))
            #expect(answer.status == status)
            #expect(await events.all.first?.source == source)
        }
    }

    @Test("On an address for both kinds, an IPv4 sender has its own address")
    func bothKindsOfAddress() async throws {
        let events = Events()
        let access = try policy(allowed: ["127.0.0.1"])
        try await listening(ListenerConfiguration(host: "::"), access: access, store: { await events.append($0) }) {
            _,
            port in
            let answer = try await ask(port, curl("{}"))
            #expect(answer.status == 200)
            #expect(await events.all.map(\.source) == ["127.0.0.1"])
        }
    }

    @Test("Both the address and the secret must be right where both are asked for")
    func both() async throws {
        let access = try policy(tokens: [secret], allowed: ["192.0.2.0/24"])
        try await listening(access: access, store: Self.nobody) { _, port in
            let answer = try await ask(port, curl("{}", path: "/postback/\(secret)"))
            #expect(answer.status == 403)
        }
    }

    @Test("A policy can be replaced while requests come")
    func replaced() async throws {
        try await listening(store: { _ in }) { listener, port in
            let connection = try await RawConnection.open(port)
            try await connection.send(curl("{}"))
            #expect(try await connection.answer().status == 200)
            listener.admit(try policy(tokens: [secret]))
            try await connection.send(curl("{}", path: "/postback/\(secret)"))
            #expect(try await connection.answer().status == 200)
            try await connection.send(curl("{}"))
            #expect(try await connection.answer().status == 401)
        }
    }

    @Test("A secret that is empty opens nothing")
    func emptySecret() async throws {
        let access = try policy(tokens: [""], credentials: [""])
        try await listening(access: access, store: Self.nobody) { _, port in
            for headers in [[], ["Authorization: Bearer "], ["Authorization: Basic "]] {
                let answer = try await ask(port, curl("{}", path: "/postback?token=", headers: headers))
                #expect(answer.status == 401)
            }
        }
    }

    static let nobody: Storing = { _ in Issue.record("Something was stored.") }
}
