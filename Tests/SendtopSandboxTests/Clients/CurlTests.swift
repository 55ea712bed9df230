import Foundation
import SendtopCore
import Testing

@Suite("Clients that we did not write: curl")
struct CurlTests {
    @Test("curl with the pages' own examples", arguments: PageExample.allCases)
    func curl(example: PageExample) async throws {
        try await withSandbox { sandbox in
            let command = """
                curl -s -X POST \\
                  -H 'Content-Type:application/json' \\
                  -H 'Authorization: Bearer sandbox-key' \\
                  -d '\(example.rawValue)' \\
                  \(sandbox.baseURL)\(example.path)
                """
            let answer = try await output(of: "sh", ["-c", command])
            try await expect(example, answeredBy: answer, in: sandbox)
        }
    }

    @Test("the bytes that curl sends, over a socket", arguments: PageExample.allCases)
    func socket(example: PageExample) async throws {
        try await withSandbox { sandbox in
            let port = try #require(sandbox.baseURL.split(separator: ":").last.flatMap { UInt16($0) })
            let request = """
                POST \(example.path) HTTP/1.1\r
                Host: 127.0.0.1:\(port)\r
                User-Agent: curl/7.88.1\r
                Accept: */*\r
                Content-Type:application/json\r
                Authorization: Bearer sandbox-key\r
                Content-Length: \(example.rawValue.utf8.count)\r
                Connection: close\r
                \r
                \(example.rawValue)
                """
            let answer = try await exchange(request, port: port)
            #expect(answer.hasPrefix("HTTP/1.1 201 Created\r\n"))
            let body = try #require(answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) })
            try await expect(example, answeredBy: body, in: sandbox)
        }
    }

    private func expect(_ example: PageExample, answeredBy body: String, in sandbox: Harness) async throws {
        let json = try #require(try JSON(text: body).object)
        let id = try #require((json["dispatch_id"] ?? json["send_id"])?.string)
        _ = try await sandbox.receiver.wait(for: example.statuses.count, of: id)
        #expect(sandbox.receiver.statuses(of: id) == example.statuses)
    }
}
