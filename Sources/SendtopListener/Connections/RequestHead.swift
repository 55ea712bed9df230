import NIOHTTP1
import SendtopCore

/// The head of a request, whoever has read it.
///
/// A class, since it is handed from one to the next: a copy would count a reference for each part.
final class RequestHead: Sendable {
    let method: HTTPMethod
    let uri: String
    let framing: RequestFraming
    /// The fields that the ledger keeps: all but those that carry secrets.
    let kept: [Event.Header]
    private let fields: [Event.Header]

    init(method: HTTPMethod, uri: String, framing: RequestFraming, fields: [Event.Header]) {
        self.method = method
        self.uri = uri
        self.framing = framing
        self.fields = fields
        kept = fields.contains(where: \.isSecret) ? fields.filter { !$0.isSecret } : fields
    }

    /// A head that the library's parser has read.
    convenience init(_ head: HTTPRequestHead) {
        self.init(
            method: head.method,
            uri: head.uri,
            framing: RequestFraming(head),
            fields: head.headers.map { Event.Header(name: $0.name, value: $0.value) }
        )
    }

    /// The values of a field.
    ///
    /// - Parameter name: in small letters; the sender may write it in whatever case.
    func values(of name: StaticString) -> [String] {
        fields.filter { $0.name.isWord(name) }.map(\.value)
    }

    /// The first value of a field.
    ///
    /// - Parameter name: in small letters; the sender may write it in whatever case.
    func value(of name: StaticString) -> String? {
        fields.first { $0.name.isWord(name) }?.value
    }
}
