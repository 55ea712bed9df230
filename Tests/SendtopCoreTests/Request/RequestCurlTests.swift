import Foundation
import SendtopCore
import Testing

@Suite struct RequestCurlTests {
    @Test("The line is complete, and takes the key from the environment")
    func line() throws {
        let command = CurlCommand(try SendRequest(validating: draft()), baseURL: "http://127.0.0.1:7364")
        #expect(
            "\(command)" == "curl -X POST -H 'Content-Type: application/json' "
                + #"-H "Authorization: Bearer $SENDTOP_API_KEY" -d '{"recipient":{"external_user_id":"user-17"}}' "#
                + "'http://127.0.0.1:7364/transactional/v1/campaigns/\(testCampaign)/send'"
        )
    }

    @Test("A shell takes every word as it was meant")
    func words() throws {
        let user = "it's $HOME `id` \\ \"x\" \u{1b}[2J 'é😀\u{202E}"
        let request = try SendRequest(validating: draft([.externalUserID: user]))
        let command = CurlCommand(request, baseURL: "https://h/a'b", caFile: "/tmp/my ca's.pem")
        #expect(!"\(command)".unicodeScalars.contains { $0.isUnsafeOnTerminals })
        let words = try arguments(of: "\(command)")
        #expect(words.count == 11)
        #expect(
            words.starts(with: ["-X", "POST", "--cacert", "/tmp/my ca's.pem", "-H", "Content-Type: application/json"])
        )
        #expect(words.dropFirst(6).starts(with: ["-H", "Authorization: Bearer key"]))
        #expect(words.last == "https://h/a'b" + request.path)
        let body = try #require(words.dropLast().last)
        #expect(body == request.body.text(escaping: .terminalSafe))
        #expect(try JSON(text: body) == request.body)
    }

    @Test("The body that curl sends is the one that sendtop sends, byte for byte")
    func bytes() throws {
        let properties = #"{"q":"it's \"q\" \\ $HOME `id` !! \n\t é日😀 @x","n":1.50,"k":{"":[null,true]}}"#
        let request = try SendRequest(validating: draft([.triggerProperties: properties]))
        let words = try arguments(of: "\(CurlCommand(request, baseURL: "https://h"))")
        let place = try #require(words.firstIndex(of: "-d"))
        #expect(Array(words[place + 1].utf8) == Array(request.body.text().utf8))
    }

    /// The words that a shell would run curl with.
    private func arguments(of line: String) throws -> [String] {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "curl() { printf '%s\\0' \"$@\"; }; \(line)"]
        shell.environment = [CurlCommand.keyVariable: "key", "HOME": "/"]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
