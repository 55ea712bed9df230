import SendtopClient
import Testing

@Suite struct EndpointTests {
    @Test(
        "An instance stands for its URL",
        arguments: [
            ("us-01", "https://rest.iad-01.braze.com"), ("US-08", "https://rest.iad-08.braze.com"),
            ("us-10", "https://rest.iad-10.braze.com"), ("eu-01", "https://rest.fra-01.braze.eu"),
            ("eu-02", "https://rest.fra-02.braze.eu"), ("au-01", "https://rest.au-01.braze.com"),
            ("id-01", "https://rest.id-01.braze.com"), ("jp-01", "https://rest.jp-01.braze.com"),
            ("kr-01", "https://rest.kr-01.braze.com"),
        ]
    )
    func instance(name: String, url: String) throws {
        #expect(try Endpoint(name).baseURL == url)
        #expect(try Endpoint(name).isSecure)
    }

    @Test("A URL keeps its path and loses its last slash")
    func url() throws {
        let endpoint = try Endpoint("http://[::1]:7364/mail/")
        #expect(endpoint.baseURL == "http://[::1]:7364/mail")
        #expect(endpoint.host == "::1")
        #expect(!endpoint.isSecure)
    }

    @Test(
        "What is neither is refused",
        arguments: [
            "", "us-99", "localhost:7364", "ftp://host", "https://", "http://a b", "http://h:0", "http://h:65536/p",
            "http://h:99999999999999999999",
        ]
    )
    func neither(text: String) {
        let error = #expect(throws: EndpointError.self) { try Endpoint(text) }
        #expect(
            error?.description == "\"\(text)\" is no endpoint; give an instance such as us-01, or a URL such as "
                + "https://rest.iad-01.braze.com."
        )
    }

    @Test("A URL with more than a path is refused without being repeated", arguments: ["user:secret@h", "h?a=secret"])
    func tooMuch(rest: String) {
        let error = #expect(throws: EndpointError.self) { try Endpoint("https://\(rest)") }
        #expect(error?.description == "The endpoint's URL must end after its path, without user, query and fragment.")
    }
}
