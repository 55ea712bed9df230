import SendtopCore

/// The five example postbacks of the service's v1 page, written anew: one dispatch id for all of them, so that the
/// ends contradict each other, and a delivery before the message was sent.
let examplePostbacks: [String] = [
    """
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
    """,
    example("processed", #""processed_at": "2020-08-31T18:58:42.000+00:00""#),
    example("aborted", #""reason": "User not emailable", "aborted_at": "2020-08-31T19:04:51.000+00:00""#),
    example("delivered", #""delivered_at": "2020-08-31T18:27:32.000+00:00""#),
    example(
        "bounced",
        """
        "bounced_at": "2020-08-31T18:58:43.000+00:00",
        "reason": "550 5.1.1 The email account that you tried to reach does not exist"
        """
    ),
]

private func example(_ status: String, _ fields: String) -> String {
    """
    {
        "dispatch_id": "acf471119f7449d579e8089032003ded",
        "status": "\(status)",
        "metadata": {
          \(fields),
          "campaign_api_id": "417220e4-5a2a-b634-7f7d-9ec891532368",
          "external_send_id" : "34a2ceb3cf6184132f3d816e9984269a"
        }
    }
    """
}

/// The examples as events, a second apart.
func exampleEvents() throws -> [Event] {
    try examplePostbacks.enumerated().flatMap { index, body in
        try Event.postbacks(
            body: Array(body.utf8),
            at: noon.adding(milliseconds: Int64(index) * 1_000),
            source: "203.0.113.7",
            headers: [Event.Header(name: "Content-Type", value: "application/json")]
        )
    }
}
