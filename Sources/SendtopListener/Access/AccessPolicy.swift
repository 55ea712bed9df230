import Foundation
public import SendtopCore

/// Who may deliver postbacks: from which addresses, and with which secret.
///
/// A caller needs an address of the list where there is one, and a secret where there is one: a token in the path, in
/// the query or as a bearer, or a name and password.
public struct AccessPolicy: Sendable {
    /// Anybody may deliver.
    public static let open = AccessPolicy()

    /// Tokens, each as good as the others, so that one can be renewed without a gap.
    public var tokens: [Secret] { rules.tokens }
    /// Pairs `name:password` of basic authentication.
    public var credentials: [Secret] { rules.credentials }
    /// Addresses that may deliver; none for all.
    public var allowed: [IPRange] { rules.allowed }
    /// Proxies whose `X-Forwarded-For` is believed.
    public var proxies: [IPRange] { rules.proxies }

    /// One reference for all: each request gets a copy of the policy.
    private let rules: Rules

    private final class Rules: Sendable {
        let tokens: [Secret]
        let credentials: [Secret]
        let allowed: [IPRange]
        let proxies: [IPRange]
        let bearers: [[UInt8]]
        let basics: [[UInt8]]

        init(_ tokens: [Secret], _ credentials: [Secret], _ allowed: [IPRange], _ proxies: [IPRange]) {
            self.tokens = tokens
            self.credentials = credentials
            self.allowed = allowed
            self.proxies = proxies
            bearers = tokens.map { Array($0.reveal().utf8) }
            basics = credentials.map { Array(Data($0.reveal().utf8).base64EncodedString().utf8) }
        }
    }

    public init(
        tokens: [Secret] = [],
        credentials: [Secret] = [],
        allowed: [IPRange] = [],
        proxies: [IPRange] = []
    ) {
        rules = Rules(tokens, credentials, allowed, proxies)
    }

    /// Whether a caller must know a secret.
    public var asksForSecret: Bool {
        !tokens.isEmpty || !credentials.isEmpty
    }

    /// Whether anybody may deliver.
    public var isOpen: Bool {
        !asksForSecret && allowed.isEmpty
    }

    /// Whether a peer is a known proxy, which speaks for others.
    func isProxy(_ peer: Peer) -> Bool {
        guard let address = peer.address else { return false }
        return proxies.contains { $0.contains(address) }
    }

    /// Whether a caller's address may deliver.
    func admits(_ caller: Caller) -> Bool {
        guard !allowed.isEmpty else { return true }
        guard let address = caller.address else { return false }
        return allowed.contains { $0.contains(address) }
    }

    /// Whether any of the secrets that a caller showed is right; the time that this takes tells nothing about them.
    func accepts(token: String?, authorization: String?) -> Bool {
        var isRight = false
        if let token { isRight = ConstantTime.contains(rules.bearers, Array(token.utf8)) }
        guard let (scheme, value) = authorization.flatMap(AccessPolicy.parts) else { return isRight }
        switch scheme {
        case "bearer": isRight = ConstantTime.contains(rules.bearers, value) || isRight
        case "basic": isRight = ConstantTime.contains(rules.basics, value) || isRight
        default: break
        }
        return isRight
    }

    private static func parts(_ authorization: String) -> (scheme: String, value: [UInt8])? {
        let words = authorization.split { $0 == " " || $0 == "\t" }
        guard words.count == 2 else { return nil }
        return (words[0].lowercased(), Array(words[1].utf8))
    }
}
