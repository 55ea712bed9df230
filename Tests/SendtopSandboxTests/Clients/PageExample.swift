/// The example requests of the pages, with the placeholders filled in and the syntax slips mended
/// (a comma was missing after `external_send_id`).
enum PageExample: String, CaseIterable, Sendable {
    /// `transactional-v1-recipient.md:62`
    case recipientArray = """
        {
                "external_send_id" : "b3JkZXItMTIzNA==",
                "trigger_properties": {
                  "example_string_property": "YOUR_EXAMPLE_STRING",
                  "example_integer_property": 17
                },
                "recipient": [
                  {
                    "external_user_id": "ada"
                  }
                ]
              }
        """
    /// `transactional-v1-recipients.txt:73`
    case recipientsArray = """
        {
                "external_send_id" : "b3JkZXItMTIzNA==",
                "trigger_properties": {
                  "example_string_property": "YOUR_EXAMPLE_STRING",
                  "example_integer_property": 17
                },
                "recipients": [{
                  "external_user_id": "ada"
                }]
              }
        """
    /// `transactional-v2-legacy.md:71`
    case legacy = """
        {
                "trigger_properties": {
                  "example_string_property": "YOUR_EXAMPLE_STRING",
                  "example_integer_property": 17
                },
                "recipient": {
                  "external_user_id": "ada"
                }
              }
        """

    /// The path with the campaign filled in.
    var path: String {
        switch self {
        case .recipientArray, .recipientsArray: "/transactional/v1/campaigns/\(Harness.activeCampaign)/send"
        case .legacy: "/v2/transactional/campaigns/\(Harness.activeCampaign)/send"
        }
    }

    /// The postbacks that follow.
    var statuses: [String] {
        self == .legacy ? ["Sent", "Email Delivered"] : ["sent", "processed", "delivered"]
    }
}
