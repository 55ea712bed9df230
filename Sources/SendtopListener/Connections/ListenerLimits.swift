/// How much of the listener one request, one client, and all of them may take.
public struct ListenerLimits: Sendable, Hashable {
    /// Connections in all; one more takes the place of the one that was of no use for the longest time.
    public static let defaultConnections = 16_384
    /// Connections of one address, or of one /64 network of IPv6; enough for a load balancer.
    public static let defaultConnectionsPerAddress = 4_096

    /// Bytes that a body may have.
    public var body: Int
    /// Elements that a body's array may have; each is an event.
    public var elements: Int
    /// Bytes that the head of a request may have.
    public var head: Int
    /// How long a request may take from its first byte to its last; the connection is closed after that.
    public var requestTimeout: Duration
    /// How long a connection may stay open without a request.
    public var idleTimeout: Duration
    /// Connections in all.
    public var connections: Int
    /// Connections of one client; those of known proxies are not counted.
    public var connectionsPerAddress: Int
    /// Bytes of bodies that may be in memory, on their way in or waiting for the ledger; one client gets half.
    public var pendingBytes: Int
    /// How long the ledger may take over anything before further requests are turned away.
    public var patience: Duration

    public init(
        body: Int = 1 << 20,
        elements: Int = 1_000,
        head: Int = 32 << 10,
        requestTimeout: Duration = .seconds(10),
        idleTimeout: Duration = .seconds(75),
        connections: Int = ListenerLimits.defaultConnections,
        connectionsPerAddress: Int = ListenerLimits.defaultConnectionsPerAddress,
        pendingBytes: Int = 64 << 20,
        patience: Duration = .seconds(5)
    ) {
        self.body = body
        self.elements = elements
        self.head = head
        self.requestTimeout = requestTimeout
        self.idleTimeout = idleTimeout
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
        self.pendingBytes = pendingBytes
        self.patience = patience
    }
}
