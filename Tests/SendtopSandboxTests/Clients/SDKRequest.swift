/// The request forms of the public SDKs, as they stand on the wire.
///
/// Source: `braze-facts.md:10` on the shapes of the target; the headers are those of the SDKs' HTTP clients.
enum SDKRequest: String, CaseIterable, Sendable {
    /// braze-node's types: `recipient` as an array of one; Node's own `fetch` writes its headers in lower case.
    case node
    /// braze-node with an alias and attributes.
    case nodeAlias
    /// braze-php-sdk: `recipients` as an array of one; PHP escapes every slash and every letter beyond ASCII.
    case php
    /// braze-php-sdk with an alias and a base URL that ends the path with a slash.
    case phpAlias
    /// The documented object, as a client of Go or Java writes it: in chunks.
    case chunked

    private var body: String {
        switch self {
        case .node:
            #"{"external_send_id":"bm9kZQ==","trigger_properties":{"order_id":"Grüße"},"#
                + #""recipient":[{"external_user_id":"ada"}]}"#
        case .nodeAlias:
            #"{"recipient":[{"user_alias":{"alias_name":"ada-1815","alias_label":"customer"},"#
                + #""attributes":{"first_name":"Ada","points":7}}],"trigger_properties":{"order_id":"Grüße"}}"#
        case .php:
            #"{"external_send_id":"php\/1","trigger_properties":{"order_id":"Gr\u00fc\u00dfe"},"#
                + #""recipients":[{"external_user_id":"ada","attributes":{"first_name":"Ada"}}]}"#
        case .phpAlias:
            #"{"trigger_properties":{"order_id":"Gr\u00fc\u00dfe"},"#
                + #""recipients":[{"user_alias":{"alias_name":"ada-1815","alias_label":"customer"}}]}"#
        case .chunked:
            #"{"recipient":{"external_user_id":"ada"},"trigger_properties":{"order_id":"Grüße"}}"#
        }
    }

    private var headers: [String] {
        switch self {
        case .node, .nodeAlias:
            [
                "connection: close", "content-type: application/json", "authorization: Bearer sandbox-key",
                "accept: */*", "accept-language: *", "sec-fetch-mode: cors", "user-agent: node",
                "accept-encoding: gzip, deflate", "content-length: \(body.utf8.count)",
            ]
        case .php, .phpAlias:
            [
                "Accept: */*", "Content-Type: application/json", "Authorization: Bearer sandbox-key",
                "User-Agent: Symfony HttpClient (Curl)", "Accept-Encoding: gzip", "Connection: close",
                "Content-Length: \(body.utf8.count)",
            ]
        case .chunked:
            [
                "User-Agent: Go-http-client/1.1", "Transfer-Encoding: chunked", "Content-Type: application/json",
                "Authorization: Bearer sandbox-key", "Accept-Encoding: gzip", "Connection: close",
            ]
        }
    }

    /// The whole request.
    func text(port: UInt16) -> String {
        let slash = self == .phpAlias ? "/" : ""
        let lines =
            [
                "POST /transactional/v1/campaigns/\(Harness.activeCampaign)/send\(slash) HTTP/1.1",
                "Host: 127.0.0.1:\(port)",
            ]
            + headers
        let content =
            self == .chunked
            ? String(body.utf8.count, radix: 16) + "\r\n" + body + "\r\n0\r\n\r\n"
            : body
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + content
    }
}
