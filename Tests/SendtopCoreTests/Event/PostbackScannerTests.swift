import TestSupport
import Testing

@testable import SendtopCore

/// What the scanner reads is what the JSON reader would have read.
@Suite struct PostbackScannerTests {
    @Test("The page's postbacks are read", arguments: PagePostbacks.all)
    func page(body: String) throws {
        let scanned = try #require(PostbackScanner.postback(in: Array(body.utf8)))
        #expect(scanned == (try read(body)))
        #expect(scanned.dispatchID == "acf471119f7449d579e8089032003ded" && scanned.times.isEmpty == false)
    }

    @Test(
        "What else is plain is read as well",
        arguments: [
            "{}", " {\r\n\t} ", #"{"metadata":{}}"#, #"{"status":""}"#, #"{"x":"y","metadata":{"x":"é","reason":""}}"#,
            #"{"metadata":{"sent_at":"yesterday"}}"#, #"{"status":"sent","metadata":{"metadata":"x","status":"y"}}"#,
        ]
    )
    func plain(body: String) throws {
        #expect(PostbackScanner.postback(in: Array(body.utf8)) == (try read(body)))
    }

    @Test(
        "What needs a second thought is left to the JSON reader",
        arguments: [
            "", "[]", "null", #"{"dispatch_id":7}"#, #"{"dispatch_id":""}"#, #"{"send_id":"x"}"#,
            "{\"status\":\"a\u{1}\"}",
            #"{"external_send_id":"x"}"#, #"{"status":"sent","status":"sent"}"#, #"{"x":1}"#, #"{"x":{}}"#,
            #"{"metadata":null}"#,
            #"{"status":"a\nb"}"#, #"{"st\u0061tus":"sent"}"#, "{\"dispatch_id\":\"a\u{7F}\"}", "\u{FEFF}{}",
            #"{"status":"sent",}"#, #"{"status" "sent"}"#, #"{"status":"sent"} x"#, #"{"status":"sent"#,
            #"{"a":"b" "c":"d"}"#,
        ]
    )
    func others(body: String) {
        #expect(PostbackScanner.postback(in: Array(body.utf8)) == nil)
    }

    @Test("Bytes that are no UTF-8 are left to the JSON reader")
    func invalid() {
        let bytes = Array(#"{"x":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(PostbackScanner.postback(in: bytes) == nil)
    }

    @Test("However a postback is changed, it tells what the JSON reader says, or nothing", arguments: 1...4)
    func mutations(seed: Int) throws {
        var random = JSONGenerator(seed: UInt64(seed))
        let pieces =
            [
                "{", "}", "\"", ",", ":", "[", "]", "\\", "\\n", " ", "\u{1}", "\u{7F}", "null", "1",
                "\"status\":\"sent\",", "é",
            ]
            + [
                "dispatch_id", "send_id", "external_send_id", "metadata", "reason", "sent_at",
                "2020-08-31T18:58:41.000Z",
            ]
        var scanned = 0
        for _ in 0..<20_000 {
            var body = Array(random.pick(PagePostbacks.all, or: "").utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<body.count, using: &random)
                let end = min(body.count, place + Int.random(in: 0...2, using: &random))
                body.replaceSubrange(place..<end, with: Array(random.pick(pieces, or: "").utf8))
            }
            guard let postback = PostbackScanner.postback(in: body) else { continue }
            scanned += 1
            let object = try #require(try JSON(bytes: body).object)
            #expect(postback == Postback(json: object), "\(String(decoding: body, as: UTF8.self))")
        }
        #expect(scanned > 6_000)
    }

    private func read(_ body: String) throws -> Postback {
        Postback(json: try #require(try JSON(bytes: Array(body.utf8)).object))
    }
}
