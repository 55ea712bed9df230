/// The five example postbacks of the endpoint's v1 page, blank for blank; they share one `dispatch_id`.
package enum PagePostbacks {
    package static let all = [sent, processed, aborted, delivered, bounced]

    package static let sent = """
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

    package static let processed = """
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

    package static let aborted = """
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

    package static let delivered = """
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

    package static let bounced = """
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

    /// The flat body of the legacy v2 page, its placeholders filled in.
    package static let legacy = """
        {
          "send_id": "6f2c9c1e-6a0a-4b7e-9d53-0c6d2a1b4e77",
          "status": "Email Delivered",
          "external_send_id": "order-88121"
        }
        """
}
