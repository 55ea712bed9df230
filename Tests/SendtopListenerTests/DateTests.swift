import SendtopCore
import SendtopListener
import Testing

@Suite struct DateTests {
    @Test("Every answer bears its date, whoever wrote it")
    func everyAnswer() async throws {
        try await listening(store: { _ in }) { _, port in
            let requests = [
                curl("{}"), curl("{}", headers: ["Connection: close"]), curl("oops"), curl("{}", path: "/nowhere"),
                curl("", method: "GET", path: "/readyz"), curl("", method: "HEAD", path: "/healthz"),
                curl("", method: "GET", path: "/metrics"), "no request\r\n\r\n",
            ]
            for request in requests {
                let answer = try await ask(port, request)
                #expect(answer.headers["date"] == "Tue, 14 Nov 2023 22:13:20 GMT", "\(request)")
            }
        }
    }

    @Test(
        "The date is the moment, in the form of RFC 9110",
        arguments: [
            ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("1969-12-31T23:59:59.500Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
            ("1969-12-25T00:00:00Z", "Thu, 25 Dec 1969 00:00:00 GMT"),
            ("1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("2024-02-29T23:59:59.999Z", "Thu, 29 Feb 2024 23:59:59 GMT"),
        ]
    )
    func clock(moment: String, date: String) async throws {
        let now = try #require(Timestamp(iso8601: moment))
        try await listening(store: { _ in }, now: now) { _, port in
            let answer = try await ask(port, curl("{}"))
            #expect(answer.headers["date"] == date)
        }
    }
}
