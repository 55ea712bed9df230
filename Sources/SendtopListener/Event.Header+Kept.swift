import HTTPTypes
import SendtopCore

extension Event.Header {
    /// The headers that the ledger keeps of a request: all but those that carry secrets.
    static func kept(of head: HTTPRequest) -> [Event.Header] {
        var headers: [Event.Header] = []
        headers.reserveCapacity(head.headerFields.count + 1)
        // The library takes `Host` out of the fields.
        if let host = head.authority { headers.append(Event.Header(name: "Host", value: host)) }
        for field in head.headerFields where !secret.contains(field.name) {
            headers.append(Event.Header(name: field.name.rawName, value: field.value))
        }
        return headers
    }

    private static let secret: Set<HTTPField.Name> = [.authorization, .proxyAuthorization, .cookie]
}
