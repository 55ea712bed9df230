import Foundation
import SendtopCore
import Testing

@Suite("Clients that we did not write: the public SDKs' request forms")
struct SDKTests {
    @Test("each is taken, and mails the user that it names", arguments: SDKRequest.allCases)
    func sends(form: SDKRequest) async throws {
        try await withSandbox { sandbox in
            let port = try #require(sandbox.baseURL.split(separator: ":").last.flatMap { UInt16($0) })
            let answer = try await exchange(form.text(port: port), port: port)
            #expect(answer.hasPrefix("HTTP/1.1 201 Created\r\n"), "\(answer)")
            let body = try #require(answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) })
            let id = try #require(try JSON(text: body).object?["dispatch_id"]?.string)
            _ = try await sandbox.receiver.wait(for: 3, of: id)
            #expect(sandbox.receiver.statuses(of: id) == ["sent", "processed", "delivered"])
            let messages = try await sandbox.request("GET", "/sandbox/messages?dispatch_id=\(id)").json["messages"]
            let message = messages?.array?.first?.object
            #expect(message?["to"] == "ada@example.com")
            #expect(message?["subject"] == "Order Grüße, thank you")
        }
    }
}
