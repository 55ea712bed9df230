/// The five example postbacks of the endpoint's page, byte for byte; they share one `dispatch_id`.
enum PagePostbacks {
    static let all: [[UInt8]] = [sent, processed, aborted, delivered, bounced].map { Array($0.utf8) }

    static let sent = """
        {
            "dispatch_id": "acf471119f7449d579e8089032003ded",
            "status": "sent",
            "metadata": {
              "received_at": "2020-08-31T18:58:41.000+00:00",
              "enqueued_at": "2020-08-31T18:58:41.000+00:00",
              "executed_at": "2020-08-31T18:58:41.000+00:00",
              "sent_at": "2020-08-31T18:58:42.000+00:00",
              "campaign_api_id": "417220e4-5a2a-b634-7f7d-9ec891532368",
              "external_send_id" : "34a2ceb3cf6184132f3d816e9984269a"
            }
        }
        """
    static let processed = """
        {
            "dispatch_id": "acf471119f7449d579e8089032003ded",
            "status": "processed",
            "metadata": {
              "processed_at": "2020-08-31T18:58:42.000+00:00",
              "campaign_api_id": "417220e4-5a2a-b634-7f7d-9ec891532368",
              "external_send_id" : "34a2ceb3cf6184132f3d816e9984269a"
            }
        }
        """
    static let aborted = """
        {
            "dispatch_id": "acf471119f7449d579e8089032003ded",
            "status": "aborted",
            "metadata": {
              "reason": "User not emailable",
              "aborted_at": "2020-08-31T19:04:51.000+00:00",
              "campaign_api_id": "417220e4-5a2a-b634-7f7d-9ec891532368",
              "external_send_id" : "34a2ceb3cf6184132f3d816e9984269a"
            }
        }
        """
    static let delivered = """
        {
            "dispatch_id": "acf471119f7449d579e8089032003ded",
            "status": "delivered",
            "metadata": {
              "delivered_at": "2020-08-31T18:27:32.000+00:00",
              "campaign_api_id": "417220e4-5a2a-b634-7f7d-9ec891532368",
              "external_send_id" : "34a2ceb3cf6184132f3d816e9984269a"
            }
        }
        """
    static let bounced = """
        {
            "dispatch_id": "acf471119f7449d579e8089032003ded",
            "status": "bounced",
            "metadata": {
              "bounced_at": "2020-08-31T18:58:43.000+00:00",
              "reason": "550 5.1.1 The email account that you tried to reach does not exist",
              "campaign_api_id": "417220e4-5a2a-b634-7f7d-9ec891532368",
              "external_send_id" : "34a2ceb3cf6184132f3d816e9984269a"
            }
        }
        """

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
