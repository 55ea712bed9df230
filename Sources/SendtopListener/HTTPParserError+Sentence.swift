import NIOHTTP1

extension HTTPParserError {
    /// What is wrong with a request that the parser gave up on, for its sender and for the log.
    var sentence: String {
        switch self {
        case .headerOverflow: "The head of the request is too large."
        case .invalidEOFState: "The connection ended before the request did."
        case .invalidMethod: "The request begins with no method that is known here; https:// is not spoken here."
        case .invalidURL: "The target of the request is no path, or holds characters that it must not."
        case .invalidVersion, .paused: "Of HTTP, versions 1.0 and 1.1 are known here."
        case .invalidHeaderToken, .invalidCharactersUsed: "A field of the head holds characters that it must not."
        case .lfExpected: "A line ends with a carriage return alone."
        case .invalidContentLength: "Content-Length is no number."
        case .unexpectedContentLength: "The length of the body is given twice, or beside a transfer encoding."
        case .invalidChunkSize: "The size of a chunk is no number, or the chunk is longer."
        default: "This is not HTTP."
        }
    }
}
