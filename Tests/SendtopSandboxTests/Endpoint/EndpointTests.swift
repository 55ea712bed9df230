import SendtopCore
import SendtopSandbox
import Testing

@Suite("The endpoint, beyond the pages")
struct EndpointTests {
    @Test(
        "JSON problems say where",
        arguments: [
            ("", "The body is not JSON: line 1, column 1: the text is empty."),
            (
                "{\"recipient\":\n {\"external_user_id\" \"a\"}}",
                "The body is not JSON: line 2, column 22: expected ':' after the key."
            ),
            ("{\"recipient\": {}} x", "The body is not JSON: line 1, column 19: there is text after the value."),
            ("[]", "The body must be a JSON object, and is an array."),
            (#"{"recipient":"a"}"#, "recipient must be an object, and is a string."),
            (#"{"recipient":{"external_user_id":7}}"#, "recipient.external_user_id must be a string, and is a number."),
            (
                #"{"recipient":[{"user_alias":{"alias_label":"l"}}]}"#,
                "recipient[0].user_alias.alias_name is missing; it must be a string."
            ),
            (#"{"recipient":[{},{}]}"#, "recipient must name one user, and names 2."),
            (#"{"recipient":{},"recipients":[{}]}"#, "recipient and recipients are both given; give one of them."),
            (
                #"{"external_send_id":"a b","recipient":{"external_user_id":"a"}}"#,
                #"external_send_id must match /^[a-zA-Z0-9-_+\/=]+$/, and is "a b"."#
            ),
            (
                #"{"trigger_properties":[],"recipient":{"external_user_id":"a"}}"#,
                "trigger_properties must be an object, and is an array."
            ),
            (
                #"{"recipient":{"external_user_id":"a","attributes":{"n":{"inc":"x"}}}}"#,
                #"recipient.attributes.n asks for "inc"; its value must be a whole number."#
            ),
            (
                #"{"recipient":{"external_user_id":"a","attributes":{"email":"a@b\r\nBcc: c@d"}}}"#,
                "recipient.attributes.email holds a line break; it would end up in a mail header, where none is allowed."
            ),
        ]
    )
    func places(body: String, message: String) async throws {
        try await withSandbox { sandbox in
            let path = "/transactional/v1/campaigns/\(Harness.activeCampaign)/send"
            let answer = try await sandbox.request("POST", path, body: body)
            #expect(answer.status == 400)
            #expect(answer.message == message)
        }
    }

    @Test("faults come in order: key, permission, address, campaign, body")
    func order() async throws {
        var configuration = SandboxConfiguration.fast
        configuration.keys.append(
            .init(key: "neither", permissions: [], ipAllowList: ["192.0.2.1"])
        )
        try await withSandbox(configuration) { sandbox in
            let wrong = "/transactional/v1/campaigns/wrong/send"
            let statuses = [
                try await sandbox.request("POST", wrong, key: "unknown", body: "{"),
                try await sandbox.request("POST", wrong, key: "neither", body: "{"),
                try await sandbox.request("POST", wrong, key: "sandbox-key-from-elsewhere", body: "{"),
                try await sandbox.request("POST", wrong, body: "{"),
                try await sandbox.request(
                    "POST",
                    "/transactional/v1/campaigns/\(Harness.activeCampaign)/send",
                    body: "{"
                ),
            ].map(\.message)
            #expect(
                statuses == [
                    "Error authenticating credentials", "You do not have permission to access this resource",
                    "Invalid whitelisted IPs", "campaign_id must be a string of the campaign api identifier",
                    "The body is not JSON: line 1, column 2: the text ends too early.",
                ]
            )
        }
    }

    @Test("a body that is too long is refused, and the connection goes on")
    func tooLong() async throws {
        try await withSandbox { sandbox in
            let path = "/transactional/v1/campaigns/\(Harness.activeCampaign)/send"
            let answer = try await sandbox.request("POST", path, body: String(repeating: "x", count: 1_048_577))
            #expect(answer.status == 413)
            #expect(answer.message == "The body has more than 1048576 bytes")
            #expect(try await sandbox.send(to: "ada").status == 201)
        }
    }

    @Test("a body that is compressed is told so", arguments: [("gzip", 415), ("Identity", 400)])
    func compressed(encoding: String, status: Int) async throws {
        try await withSandbox { sandbox in
            let path = "/transactional/v1/campaigns/\(Harness.activeCampaign)/send"
            let answer = try await sandbox.request("POST", path, encoding: encoding, body: "{")
            #expect(answer.status == status)
            #expect(answer.message?.contains("encoded with gzip: send plain JSON") == (status == 415))
        }
    }

    @Test("every path takes its own method, with or without a last slash")
    func paths() async throws {
        try await withSandbox { sandbox in
            for (method, path, status) in [
                ("POST", "/transactional/v1/campaigns/\(Harness.activeCampaign)/send/", 400),
                ("PUT", "/transactional/v1/campaigns/\(Harness.activeCampaign)/send", 405),
                ("POST", "/sandbox/info", 405), ("GET", "/sandbox/info/", 200), ("GET", "/sandbox/messages", 200),
                ("GET", "/sandbox/status", 200), ("GET", "/sandbox", 404), ("GET", "//sandbox/info", 404),
                ("POST", "/transactional/v1/campaigns/\(Harness.activeCampaign)/send//", 404),
                ("GET", "/transactional/v1/campaigns/\(Harness.activeCampaign)", 404),
            ] {
                let answer = try await sandbox.request(method, path)
                #expect(answer.status == status, "\(method) \(path)")
                #expect(answer.header("Content-Type") == "application/json")
                #expect(answer.header("X-Request-Id") != nil)
            }
        }
    }

    @Test("strict takes only the documented object")
    func strict() async throws {
        var configuration = SandboxConfiguration.fast
        configuration.strict = true
        try await withSandbox(configuration) { sandbox async throws in
            let person: JSON = ["external_user_id": "ada"]
            #expect(try await sandbox.send(["recipient": person]).status == 201)
            #expect(
                try await sandbox.send(["recipient": [person]]).message
                    == "recipient must be an object, and is an array."
            )
            #expect(
                try await sandbox.send(["recipients": [person]]).message
                    == "recipients is unknown; name one user in recipient."
            )
        }
    }

    @Test("ids with control characters stay apart")
    func controlCharacters() async throws {
        try await withSandbox { sandbox in
            for (id, email) in [("a\u{0}b", "first@example.com"), ("a\u{0}c", "second@example.com")] {
                #expect(try await sandbox.send(to: id, attributes: ["email": .string(email)]).status == 201)
            }
            let users = try await sandbox.request("GET", "/sandbox/info").json["users"]?.array ?? []
            let emails = users.compactMap(\.object).filter {
                $0["external_user_id"]?.string?.hasPrefix("a\u{0}") == true
            }
            #expect(emails.map { $0["email"] } == ["first@example.com", "second@example.com"])
        }
    }
}
