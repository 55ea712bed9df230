/// Why a request got no whole answer.
public enum Trouble: Sendable, Hashable {
    /// Nothing listens at the address.
    case refused
    /// The host has no address.
    case unknownHost
    /// The address cannot be reached; the system's word for why.
    case unreachable(String)
    /// No connection came about in time.
    case connectTimeout
    /// Nobody whom we trust vouches for the certificate.
    case untrusted
    /// The connection could not be encrypted; why.
    case tls(String)
    /// The proxy did not let us through.
    case proxy(String)
    /// The time for the whole send was over before there was an answer.
    case timeout
    /// The connection ended before the answer did; the answer's status, when it got that far.
    case brokenOff(status: Int?)
    /// What came is not HTTP.
    case notHTTP
    /// We were told to stop.
    case cancelled
    /// Anything else.
    case other(String)

    /// Whether the service may have taken the request, of which nobody knows.
    public var mayHaveArrived: Bool {
        switch self {
        case .refused, .unknownHost, .unreachable, .connectTimeout, .untrusted, .tls, .proxy: false
        case .timeout, .brokenOff, .notHTTP, .cancelled, .other: true
        }
    }
}
