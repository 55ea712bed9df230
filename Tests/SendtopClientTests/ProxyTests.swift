import TestSupport
import Testing

@testable import SendtopClient

@Suite struct ProxyTests {
    @Test("A request to another machine goes through the proxy of the environment")
    func tunnel() async throws {
        let script: @Sendable (Int) -> [StubService.Step] = { number in
            [.send(number == 0 ? "HTTP/1.1 200 Connected\r\n\r\n" : answer("201 Created", "{}"))]
        }
        try await StubService.run(script: script) { service, port in
            let proxies = ProxySettings(environment: ["http_proxy": "http://me:word@127.0.0.1:\(port)"])
            let sent = try await send(to: 0, endpoint: Endpoint("http://sendtop.invalid"), proxies: proxies)
            #expect(sent.outcome.sentence == "Accepted as a send without an id (201).")
            let heads = service.requests.map(\.head)
            #expect(heads.first?.hasPrefix("CONNECT sendtop.invalid:80") == true)
            #expect(heads.first?.lowercased().contains("proxy-authorization: basic") == true)
        }
    }

    @Test("A proxy that says no is named as the trouble")
    func refusal() async throws {
        try await StubService.run(answering: answer("403 Forbidden", "no")) { _, port in
            let proxies = ProxySettings(environment: ["http_proxy": "127.0.0.1:\(port)"])
            let sent = try await send(to: 0, endpoint: Endpoint("http://sendtop.invalid"), proxies: proxies)
            #expect(
                sent.outcome.sentence == "Failed: The proxy on the way to http://sendtop.invalid is no help: "
                    + "it did not open a tunnel."
            )
        }
    }

    @Test(
        "The environment's variables mean what they mean to curl",
        arguments: [
            (["https_proxy": "http://p:3128"], "https://h", "p:3128"),
            (["HTTPS_PROXY": "p"], "https://h", "p:1080"),
            (["https_proxy": "http://p:1", "HTTPS_PROXY": "http://q:2"], "https://h", "p:1"),
            (["all_proxy": "socks5://p:1"], "https://h", "socks p:1"),
            (["https_proxy": "http://p:1"], "http://h", nil),
            (["HTTP_PROXY": "http://p:1"], "http://h", nil),
            (["http_proxy": "http://p:1"], "http://h", "p:1"),
            (["all_proxy": "http://p:1", "no_proxy": "x, h"], "http://h", nil),
            (["all_proxy": "http://p:1", "NO_PROXY": ".h"], "http://a.h", nil),
            (["all_proxy": "http://p:1", "no_proxy": "h"], "http://ah", "p:1"),
            (["all_proxy": "http://p:1", "no_proxy": "*"], "http://h", nil),
            (["all_proxy": "http://p:1"], "http://127.0.0.1", nil),
            (["all_proxy": "http://p:1"], "http://localhost", nil),
        ] as [([String: String], String, String?)]
    )
    func rules(environment: [String: String], url: String, expected: String?) throws {
        let proxy = try ProxySettings(environment: environment).proxy(to: Endpoint(url))
        #expect(proxy.map { "\($0.isSOCKS ? "socks " : "")\($0.host):\($0.port)" } == expected)
    }

    @Test("A proxy of another kind is refused by its variable's name")
    func unknown() throws {
        let proxies = ProxySettings(environment: ["https_proxy": "https://me:word@p:1"])
        let error = #expect(throws: EndpointError.self) { try proxies.proxy(to: Endpoint("https://h")) }
        #expect(
            error?.description == "The environment variable https_proxy names no proxy that can be used; give "
                + "http://HOST:PORT or socks5://HOST:PORT, or unset it."
        )
    }
}
