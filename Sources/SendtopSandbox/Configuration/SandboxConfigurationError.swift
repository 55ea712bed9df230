import SendtopCore

/// Everything that is wrong with a configuration of the sandbox.
public struct SandboxConfigurationError: Error, Sendable, Hashable {
    /// What a value must be.
    public enum Rule: Sendable, Hashable {
        /// There, and not empty.
        case required
        /// A campaign API identifier, such as `417220e4-5a2a-b634-7f7d-9ec891532368`.
        case campaignIdentifier
        /// The same value stands at an earlier key.
        case repeated(firstAt: String)
        /// More than 0.
        case positive
        /// 0 or more.
        case notNegative
        /// Not less than the `min_ms` beside it.
        case least(Int)
        /// Not more than that.
        case most(Int)
        /// An IP address, or a network such as `192.0.2.0/24`.
        case ipRange
        /// Without CR and LF, because it ends up in a mail header.
        case noLineBreak
        /// The text is no Liquid that the sandbox reads.
        case liquid(String)
        /// The target of postbacks is no HTTP URL.
        case url
    }

    /// One fault: the key's path, such as `campaigns[2].html`, what stands there, and the rule that it breaks.
    public struct Fault: Sendable, Hashable {
        /// The path of the key, as the file names it.
        public var key: String
        /// What stands there.
        public var value: String
        /// What should.
        public var rule: Rule

        /// Makes a fault.
        public init(key: String, value: String, rule: Rule) {
            self.key = key
            self.value = value
            self.rule = rule
        }
    }

    /// In the order of the configuration.
    public var faults: [Fault]

    /// Gathers faults.
    public init(faults: [Fault]) {
        self.faults = faults
    }
}

extension SandboxConfigurationError: CustomStringConvertible {
    /// One line a fault.
    public var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}

extension SandboxConfigurationError.Fault: CustomStringConvertible {
    /// One sentence that names key, value and rule.
    public var description: String {
        switch rule {
        case .required:
            "\(key) is empty; it must be given."
        case .campaignIdentifier:
            "\(key) is \(shown); it must be a campaign API identifier such as 417220e4-5a2a-b634-7f7d-9ec891532368."
        case .repeated(let first):
            "\(key) is \(shown), and so is \(first); each may stand once."
        case .positive:
            "\(key) is \(value); it must be more than 0."
        case .notNegative:
            "\(key) is \(value); it must not be less than 0."
        case .least(let least):
            "\(key) is \(value); it must not be less than the min_ms beside it, \(least)."
        case .most(let most):
            "\(key) is \(value); it must not be more than \(most)."
        case .ipRange:
            "\(key) is \(shown); it must be an IP address, or a network such as 192.0.2.0/24."
        case .noLineBreak:
            "\(key) holds a line break; it would end up in a mail header, where none is allowed."
        case .liquid(let fault):
            "\(key) is no Liquid that the sandbox reads: \(fault)."
        case .url:
            "\(key) is \(shown); it must be a URL that begins with http:// or https:// and names a host."
        }
    }

    private var shown: String {
        let limit = 60
        let text = value.count > limit ? "\(value.prefix(limit))…" : value
        return JSON.string(text).text(escaping: .terminalSafe)
    }
}
