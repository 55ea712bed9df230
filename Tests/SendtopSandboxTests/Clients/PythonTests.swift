import SendtopCore
import Testing

@Suite("Clients that we did not write: Python's requests")
struct PythonTests {
    /// A session that is kept alive: two new sends, one in chunks, the same once more, and two that are refused.
    private static let script = """
        import json, sys, time, requests
        session = requests.Session()
        session.headers["Authorization"] = "Bearer sandbox-key"
        url = sys.argv[1] + "/transactional/v1/campaigns/" + sys.argv[2] + "/send"
        body = {
            "external_send_id": "python/1+2=",
            "trigger_properties": {"order_id": "Grüße ☕ \\u0041", "items": [{"name": "Tee", "quantity": 2}]},
            "recipient": {"external_user_id": "zoë"},
        }
        first = session.post(url, json=body, timeout=20)
        first.raise_for_status()
        again = session.post(url, json=body, timeout=20)
        while again.status_code == 400:
            time.sleep(0.01)
            again = session.post(url, json=body, timeout=20)
        text = json.dumps({"recipient": {"external_user_id": "ben"}}).encode()
        chunked = session.post(url + "/", data=iter([text[:9], text[9:]]), timeout=20)
        missing = session.post(url, json={"recipient": {}}, timeout=20)
        refused = session.post(url, json=body, headers={"Authorization": "Bearer wrong"}, timeout=20)
        print(json.dumps({
            "ids": [first.json()["dispatch_id"], again.json()["dispatch_id"], chunked.json()["dispatch_id"]],
            "codes": [answer.status_code for answer in (first, again, chunked, missing, refused)],
            "missing": missing.json()["message"],
            "refused": refused.json()["message"],
            "limit": int(first.headers["X-RateLimit-Limit"]),
        }))
        """

    /// The first interpreter that has the library; `scripts/test` installs python3-requests.
    private func python() async throws -> String {
        for program in ["python3", "/usr/bin/python3"] {
            let answer = try await output(of: program, ["-c", "import requests; print(\"there\")"])
            if answer.hasPrefix("there") { return program }
        }
        throw Missing()
    }

    /// There is no Python with the library; install the package python3-requests.
    private struct Missing: Error {}

    @Test("a session sends, repeats, streams, and reads refusals")
    func session() async throws {
        let python = try await python()
        try await withSandbox { sandbox in
            let text = try await output(of: python, ["-c", Self.script, sandbox.baseURL, Harness.activeCampaign])
            let result = try #require(try JSON(text: text).object)
            let ids = result["ids"]?.array?.compactMap(\.string) ?? []
            try #require(ids.count == 3)
            #expect(ids[0] == ids[1])
            #expect(ids[0] != ids[2])
            #expect(result["codes"] == [201, 201, 201, 400, 401])
            #expect(result["missing"] == "No Recipients")
            #expect(result["refused"] == "Error authenticating credentials")
            #expect(result["limit"] == 250_000)
            _ = try await sandbox.receiver.wait(for: 3, of: ids[0])
            let message = try await sandbox.request("GET", "/sandbox/messages?dispatch_id=\(ids[0])").json["messages"]
            #expect(message?.array?.first?.object?["subject"] == "Order Grüße ☕ A, thank you")
        }
    }
}
