import SendtopCore
import SendtopSandbox
import Testing

@Suite("Looking into the sandbox")
struct LookTests {
    @Test("info says what there is; the first key may do everything")
    func info() async throws {
        try await withSandbox { sandbox in
            let info = try await sandbox.request("GET", "/sandbox/info", key: nil).json
            #expect(info["api_keys"]?.array?.first?.object?["key"] == "sandbox-key")
            #expect(info["api_keys"]?.array?.first?.object?["permissions"] == ["transactional.send"])
            let campaigns = info["campaigns"]?.array ?? []
            #expect(
                campaigns.first == [
                    "id": .string(Harness.activeCampaign), "name": "order-confirmation", "state": "active",
                    "transactional": true,
                ]
            )
            #expect(
                campaigns.compactMap { $0.object?["state"] } == [
                    "active", "active", "active", "paused", "archived", "active",
                ]
            )
            let ada = info["users"]?.array?.first?.object
            #expect(ada?["external_user_id"] == "ada")
            #expect(ada?["aliases"] == [["alias_label": "customer", "alias_name": "ada-1815"]])
            #expect(ada?["outcome"] == "sent, processed, delivered")
        }
    }

    @Test("one send's message is found by its id")
    func oneMessage() async throws {
        try await withSandbox { sandbox in
            let ids = try await [sandbox.send(to: "ada"), sandbox.send(to: "ben")].map(\.dispatchID)
            for (id, email) in zip(ids, ["ada@example.com", "ben@example.com"]) {
                _ = try await sandbox.receiver.wait(for: 1, of: id)
                let answer = try await sandbox.request("GET", "/sandbox/messages?dispatch_id=\(id)", key: nil)
                #expect(answer.json["messages"]?.array?.map { $0.object?["to"] } == [.string(email)])
            }
            let none = try await sandbox.request("GET", "/sandbox/messages?dispatch_id=unknown", key: nil)
            #expect(none.json["messages"] == [])
        }
    }

    @Test("info says of a user whose address bounced for good that sends abort")
    func deadAddress() async throws {
        try await withSandbox { sandbox in
            func outcome() async throws -> JSON? {
                let users = try await sandbox.request("GET", "/sandbox/info", key: nil).json["users"]?.array
                return users?.compactMap(\.object).first { $0["external_user_id"] == "carl" }?["outcome"]
            }
            #expect(try await outcome() == "sent, processed, bounced")
            let answer = try await sandbox.send(to: "carl")
            _ = try await sandbox.receiver.wait(for: 3, of: answer.dispatchID)
            #expect(try await outcome() == "aborted")
        }
    }

    @Test("messages are rendered with the request's properties and the user's attributes")
    func messages() async throws {
        try await withSandbox { sandbox in
            let body: JSON = [
                "external_send_id": "order-1",
                "trigger_properties": [
                    "order_id": "88121", "items": [["name": "<Pen>", "quantity": 2], ["name": "Ink"]],
                ],
                "recipient": ["user_alias": ["alias_label": "customer", "alias_name": "ada-1815"]],
            ]
            let answer = try await sandbox.send(body)
            _ = try await sandbox.receiver.wait(for: 1, of: answer.dispatchID)
            let message = try await sandbox.request("GET", "/sandbox/messages").json["messages"]?.array?.first?.object
            #expect(message?["dispatch_id"]?.string == answer.dispatchID)
            #expect(message?["external_send_id"] == "order-1")
            #expect(message?["recipient"] == "customer:ada-1815")
            #expect(message?["to"] == "ada@example.com")
            #expect(message?["subject"] == "Order 88121, thank you")
            #expect(message?["text"] == "Hello Ada, we have your order 88121.")
            let html = message?["html"]?.string ?? ""
            #expect(html.contains("<li>2 × &lt;Pen&gt;</li>"))
            #expect(html.contains("<li>1 × Ink</li>"))
        }
    }

    @Test("a subject stays on one line, whatever it is made from")
    func subject() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.send([
                "trigger_properties": ["order_id": "1\r\nBcc: all@example.com"],
                "recipient": ["external_user_id": "ada"],
            ])
            _ = try await sandbox.receiver.wait(for: 1, of: answer.dispatchID)
            let message = try await sandbox.request("GET", "/sandbox/messages").json["messages"]?.array?.first?.object
            #expect(message?["subject"] == "Order 1 Bcc: all@example.com, thank you")
        }
    }

    @Test("a message that its template aborts is told so, and not sent")
    func aborted() async throws {
        try await withSandbox { sandbox in
            let statement = "7be9d03c-1a68-4f25-8c47-d6e0a5b29f81"
            let answer = try await sandbox.send(["recipient": ["external_user_id": "ben"]], campaign: statement)
            let postback = try await sandbox.receiver.wait(for: 1, of: answer.dispatchID)[0]
            #expect(postback.status == "aborted")
            #expect(postback.metadata["reason"] == "not enough points")
            #expect(try await sandbox.request("GET", "/sandbox/messages").json["messages"] == [])
        }
    }

    @Test("only so many messages are kept, the newest first")
    func kept() async throws {
        var configuration = SandboxConfiguration.fast
        configuration.keptMessages = 2
        try await withSandbox(configuration) { sandbox in
            for number in 1...4 {
                let body: JSON = [
                    "trigger_properties": ["order_id": .number(JSONNumber(number))],
                    "recipient": ["external_user_id": "ada"],
                ]
                let answer = try await sandbox.send(body)
                _ = try await sandbox.receiver.wait(for: 1, of: answer.dispatchID)
            }
            let messages = try await sandbox.request("GET", "/sandbox/messages").json["messages"]?.array
            #expect(messages?.compactMap { $0.object?["subject"] } == ["Order 4, thank you", "Order 3, thank you"])
        }
    }
}
