/// An enhanced mail system status code such as 5.1.1 (RFC 3463).
public struct EnhancedCode: Sendable, Hashable, CustomStringConvertible {
    /// 2 success, 4 temporary failure, 5 permanent failure.
    public let statusClass: Int
    /// What the failure is about: 1 address, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content, 7 policy.
    public let subject: Int
    public let detail: Int

    /// A code of its parts; `nil` when a part is out of range: class 2, 4, 5; subject 0 to 7; detail 0 to 999.
    public init?(_ statusClass: Int, _ subject: Int, _ detail: Int) {
        guard [2, 4, 5].contains(statusClass), 0...7 ~= subject, 0...999 ~= detail else { return nil }
        self.statusClass = statusClass
        self.subject = subject
        self.detail = detail
    }

    /// Reads exactly `class.subject.detail`, digits alone; anything else gives `nil`.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ (1...3).contains($0.utf8.count) }) else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(part) : nil
        }
        guard numbers.count == 3 else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    public var description: String {
        "\(statusClass).\(subject).\(detail)"
    }

    /// Whether the code says more than that something failed.
    var isSpecific: Bool {
        subject != 0 && detail != 0
    }
}
