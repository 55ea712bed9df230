import NIOHTTP1
import SendtopCore

extension Event.Header {
    /// The headers that the ledger keeps of a request: all but those that carry secrets.
    static func kept(of headers: HTTPHeaders) -> [Event.Header] {
        var kept: [Event.Header] = []
        kept.reserveCapacity(headers.count)
        for (name, value) in headers {
            let header = Event.Header(name: name, value: value)
            if !header.isSecret { kept.append(header) }
        }
        return kept
    }
}
