import SendtopSandbox
import Testing

@testable import sendtop

@Suite("Where the sandbox listens, keeps and posts")
struct SandboxPlacesTests {
    private func map(_ text: String) throws -> YAMLMap {
        try #require(try YAMLMap(text: text, file: "config.yaml").map("sandbox"))
    }

    private func fault(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test("a flag beats the environment, the environment beats the file, the file beats the default")
    func order() throws {
        let file = try map("sandbox: {listen: '127.0.0.1:1', state: /file, postback_urls: ['http://file/']}")
        var places = try SandboxPlaces(yaml: file, environment: [:])
        #expect(places.listen.port == 1)
        #expect(places.state == "/file")
        #expect(places.postbackURLs.map(\.description) == ["http://file"])
        places = try SandboxPlaces(
            yaml: file,
            environment: [
                "SENDTOP_SANDBOX_LISTEN": "127.0.0.1:2", "SENDTOP_SANDBOX_STATE": "/environment",
                "SENDTOP_SANDBOX_POSTBACK_URLS": "http://one/, http://two/,http://three/ http://four/",
            ]
        )
        #expect(places.listen.port == 2)
        #expect(places.state == "/environment")
        #expect(places.postbackURLs.map(\.description) == ["http://one", "http://two", "http://three", "http://four"])
        try places.take(flags: "127.0.0.1:3", state: "/flag", postbackURLs: ["http://flag/"])
        #expect(places.listen.port == 3)
        #expect(places.state == "/flag")
        #expect(places.postbackURLs.map(\.description) == ["http://flag"])
    }

    @Test("a fault says where it stands and what must stand there")
    func faults() throws {
        #expect(
            fault { _ = try SandboxPlaces(yaml: map("sandbox:\n  listen: here"), environment: [:]) }
                == #"config.yaml:2:11: listen is "here"; it must be HOST:PORT, such as 127.0.0.1:7364."#
        )
        #expect(
            fault { _ = try SandboxPlaces(yaml: map("sandbox:\n  postback_urls: [ftp://x]"), environment: [:]) }
                == #"config.yaml:2:19: postback_urls[0] is "ftp://x"; "#
                + "it must be a URL that begins with http:// or https:// and names a host."
        )
        #expect(
            fault { _ = try SandboxPlaces(yaml: nil, environment: ["SENDTOP_SANDBOX_LISTEN": "here"]) }
                == #"environment variable SENDTOP_SANDBOX_LISTEN: listen is "here"; "#
                + "it must be HOST:PORT, such as 127.0.0.1:7364."
        )
        #expect(
            fault {
                var places = try SandboxPlaces(yaml: nil, environment: [:])
                try places.take(flags: nil, state: nil, postbackURLs: ["here"])
            }
                == #"--postback-url: the URL is "here"; "#
                + "it must be a URL that begins with http:// or https:// and names a host."
        )
    }

    @Test("a fault of a latency stands at its key, by the key's own name")
    func latencies() throws {
        let text = "sandbox:\n  latencies:\n    execute:\n      min_ms: 9\n      max_ms: 8"
        #expect(
            fault { _ = try SandboxConfiguration(yaml: map(text)) } == "config.yaml:5:15: "
                + "latencies.execute.max_ms is 8; it must not be less than the min_ms beside it, 9."
        )
        #expect(
            fault { _ = try SandboxConfiguration(yaml: map("sandbox: {latencies: {send: {min: 1}}}")) }
                == #"config.yaml:1:30: the key "min" is unknown; known here: min_ms, max_ms."#
        )
    }
}
