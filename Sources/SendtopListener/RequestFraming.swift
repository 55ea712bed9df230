import NIOHTTP1

/// What a head says of the request's host, and of how its body comes; all fields are looked at in one go.
struct RequestFraming: Sendable {
    /// What makes a request one that nobody can rely on.
    enum Fault: String {
        case host = "A request names its host, and once."
        case oldVersion = "HTTP/1.0 knows no transfer encoding."
        case encoding = "Of transfer encodings, only chunked is known here."
    }

    /// The body's length, where the head names it; what is too large for a number is the largest.
    private(set) var length: Int?
    /// Whether the sender says no more after this request.
    private(set) var isLast = false
    /// Whether the sender waits for a word before it sends the body.
    private(set) var awaitsWord = false
    private(set) var fault: Fault?
    /// How the body was compressed or otherwise changed, where it was.
    private(set) var contentEncoding: String?

    /// That of a request that is plain: it names its host, the length of its body, and nothing else of this kind.
    init(length: Int) {
        self.length = length
    }

    init(_ head: HTTPRequestHead) {
        let isOld = head.version.major < 1 || head.version == .http1_0
        var hosts = 0
        for (name, value) in head.headers {
            switch name.utf8.count {
            case 4 where name.isWord("host"): hosts += 1
            case 6 where name.isWord("expect"): awaitsWord = value.isWord("100-continue")
            case 16 where name.isWord("content-encoding") && !value.isEmpty && !value.isWord("identity"):
                contentEncoding = value
            case 10 where name.isWord("connection"), 16 where name.isWord("proxy-connection"):
                isLast = !head.isKeepAlive
            // The parser has seen to it that there are only digits.
            case 14 where name.isWord("content-length"): length = Int(value) ?? .max
            case 17 where name.isWord("transfer-encoding") && !value.isWord("chunked"): fault = .encoding
            case 17 where name.isWord("transfer-encoding") && isOld: fault = .oldVersion
            default: break
            }
        }
        if isOld {
            // One that wants more takes an answer that does not promise it for the last, and waits for the end.
            isLast = true
            awaitsWord = false
            if hosts > 1 { fault = .host }
        } else if hosts != 1 {
            fault = .host
        }
    }
}
