import TestSupport

extension PagePostbacks {
    /// The page's examples as bytes.
    static let bytes = all.map { Array($0.utf8) }

    /// A bounce with a dispatch id and a reason of the test's own.
    static func bounce(_ dispatchID: String, reason: String) -> [UInt8] {
        let escaped = reason.unicodeScalars.map { scalar in
            "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                + String(scalar.value, radix: 16)
        }.joined()
        return Array(#"{"dispatch_id":"\#(dispatchID)","status":"bounced","metadata":{"reason":"\#(escaped)"}}"#.utf8)
    }

    /// A short delivered postback.
    static func delivered(_ dispatchID: String) -> [UInt8] {
        Array(
            #"{"dispatch_id":"\#(dispatchID)","status":"delivered","metadata":{"delivered_at":"2026-01-01T00:00:00Z"}}"#
                .utf8
        )
    }
}
