import SendtopSandbox
import Testing

/// One sentence of the documentation, and the proof that a service keeps it.
///
/// The sources are the pages as they are handed down: `transactional-v1-recipient.md`,
/// `transactional-v1-recipients.txt`, `transactional-v2-legacy.md` and `braze-facts.md`, each with its line.
struct ConformanceRow: Sendable, CustomTestStringConvertible {
    /// Such as `transactional-v1-recipient.md:103`.
    let source: String
    /// The words of that line that the row proves.
    let words: String
    let proof: @Sendable (ConformanceService) async throws -> Void

    /// What the row wants of the sandbox that it runs against, where it runs against one of its own.
    let configure: @Sendable (inout SandboxConfiguration) -> Void

    init(
        _ source: String,
        _ words: String,
        configure: @escaping @Sendable (inout SandboxConfiguration) -> Void = { _ in },
        _ proof: @escaping @Sendable (ConformanceService) async throws -> Void
    ) {
        self.configure = configure
        self.source = source
        self.words = words
        self.proof = proof
    }

    var testDescription: String {
        "\(source): \(words)"
    }
}
