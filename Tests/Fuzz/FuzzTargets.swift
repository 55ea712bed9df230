import NIOCore
import SendtopTerminal
import SendtopUI

@testable import SendtopCore
@testable import SendtopListener
@testable import SendtopSandbox

/// Takes any bytes, and must not trap.
typealias FuzzTarget = @Sendable (_ bytes: [UInt8]) -> Void

/// All that reads what others wrote.
enum FuzzTargets {
    private static let now = Timestamp(milliseconds: 1_598_900_321_000)

    static let all: [(name: String, target: FuzzTarget)] = [
        ("postback", { bytes in postback(bytes) }),
        ("head", { bytes in head(bytes) }),
        ("json", { bytes in json(bytes) }),
        ("filter", { bytes in filter(text(bytes)) }),
        ("keys", { bytes in keys(bytes) }),
        ("bounce", { bytes in bounce(text(bytes)) }),
        ("liquid", { bytes in liquid(text(bytes)) }),
        ("config", { bytes in config(text(bytes)) }),
        ("theme", { bytes in _ = try? Theme(yaml: text(bytes), file: "theme.yaml") }),
        ("keyfile", { bytes in _ = try? Keymap(yaml: text(bytes), file: "keys.yaml") }),
        ("gate", { bytes in gate(text(bytes)) }),
    ]

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// What is read at a fraction of the cost is the same.
    private static func postback(_ bytes: [UInt8]) {
        if let quick = PostbackScanner.postback(in: bytes) {
            precondition((try? JSON(bytes: bytes))?.object.map(Postback.init(json:)) == quick)
        }
        guard let events = try? Event.postbacks(body: bytes, at: now, source: "192.0.2.1", headers: []) else { return }
        var send = Send(seenAt: now)
        for event in events { send.merge(SendFacts(event)) }
        _ = send.status
    }

    /// A head that is plain ends where the body begins, and what follows does not change it.
    private static func head(_ bytes: [UInt8]) {
        guard let plain = PlainHead(ByteBuffer(bytes: bytes), limit: 16_384) else { return }
        precondition(plain.count <= bytes.count && plain.bodyCount > 0)
        let alone = PlainHead(ByteBuffer(bytes: bytes.prefix(plain.count)), limit: 16_384)
        precondition(alone?.head.kept == plain.head.kept && alone?.bodyCount == plain.bodyCount)
    }

    /// What was read and written is read again as the same.
    private static func json(_ bytes: [UInt8]) {
        guard let value = try? JSON(bytes: bytes) else { return }
        precondition((try? JSON(text: value.text())) == value)
        precondition((try? JSON(text: value.prettyText())) == value)
    }

    private static func filter(_ text: String) {
        do {
            _ = try Filter.parse(text, now: now, campaigns: ["417220e4-5a2a-b634-7f7d-9ec891532368": "order"])
                .matches(SendRow(id: 1, send: Send(seenAt: now)), now: now)
        } catch {
            _ = error.marked(in: text)
        }
    }

    /// However the bytes are cut, the keys are the same.
    private static func keys(_ bytes: [UInt8]) {
        var whole = KeyDecoder()
        var split = KeyDecoder()
        let keys = whole.feed(bytes) + whole.flush()
        let splitKeys = bytes.flatMap { split.feed([$0]) } + split.flush()
        precondition(keys == splitKeys)
    }

    private static func bounce(_ text: String) {
        _ = BounceClassifier.verdict(on: text)
        _ = BounceClassifier.verdict(onAbort: text)
    }

    private static func liquid(_ text: String) {
        let scope = LiquidScope(
            profile: [.firstName: "Ada"],
            customAttributes: object(["points": 1_815, "tags": ["a", "b"]]),
            triggerProperties: object(["items": [["name": "Pen"]]]),
            campaign: [:],
            now: now
        )
        _ = try? LiquidTemplate(text).render(scope)
    }

    private static func object(_ json: JSON) -> JSONObject {
        json.object ?? JSONObject()
    }

    private static func config(_ text: String) {
        guard let file = try? YAMLMap(text: text, file: "config.yaml") else { return }
        let reader = SettingsReader(flags: [:], configFlag: nil, environment: ["HOME": "/nowhere"])
        _ = try? reader.settings(in: file)
    }

    private static func gate(_ text: String) {
        _ = TextGate.line(text)
        for limit in [0, 1, 7, 80] {
            precondition(TextGate.clusters(text, limit: limit).reduce(0) { $0 + $1.width } <= limit)
        }
    }
}
