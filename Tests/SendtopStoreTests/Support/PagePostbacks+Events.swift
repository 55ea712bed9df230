import SendtopCore
import TestSupport

extension PagePostbacks {
    /// The examples as events, a second apart.
    static func events() throws -> [Event] {
        try all.enumerated().flatMap { index, body in
            try Event.postbacks(
                body: Array(body.utf8),
                at: noon.adding(milliseconds: Int64(index) * 1_000),
                source: "203.0.113.7",
                headers: [Event.Header(name: "Content-Type", value: "application/json")]
            )
        }
    }
}
