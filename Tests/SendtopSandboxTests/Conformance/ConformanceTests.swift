import Testing

/// The suite that any service of this API can be held to.
///
/// By default each row runs against a sandbox of its own, over HTTP. To hold another service to it, set
///
/// - `SENDTOP_CONFORMANCE_URL`: its base URL, such as `http://127.0.0.1:7364`;
/// - `SENDTOP_CONFORMANCE_KEY`: a key that may send;
/// - `SENDTOP_CONFORMANCE_LISTEN`: the port at which the rows about postbacks take them in; the service must post to
///   `http://HOST:PORT/postback`. Without it these rows are reported as known issues.
///
/// Campaigns and further keys come from the service's `GET /sandbox/info`, or where it has none from
/// `SENDTOP_CONFORMANCE_CAMPAIGN`, `…_PAUSED`, `…_ARCHIVED`, `…_NOT_TRANSACTIONAL`, `…_KEY_WITHOUT_PERMISSION` and
/// `…_KEY_FROM_ELSEWHERE`. A row that lacks one fails and says which. Rows that look into
/// the service (profiles, rendered mails) or choose an outcome by an address need a sandbox; elsewhere they are known
/// issues.
@Suite("Conformance to the documentation", .serialized)
struct ConformanceTests {
    @Test("the request", arguments: Conformance.request)
    func request(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test("users and attributes", arguments: Conformance.users)
    func users(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test("the response", arguments: Conformance.response)
    func response(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test("errors", arguments: Conformance.errors)
    func errors(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test("postbacks", arguments: Conformance.postbacks)
    func postbacks(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test(
        "the page with recipients",
        arguments: Conformance.recipients
    )
    func recipients(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test("the page with recipients, where it says the same", arguments: Conformance.recipientsTwins)
    func recipientsTwins(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test("the legacy page, where it says the same", arguments: Conformance.legacyTwins)
    func legacyTwins(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }

    @Test("the legacy page", arguments: Conformance.legacy)
    func legacy(row: ConformanceRow) async throws {
        try await ConformanceService.run(row)
    }
}

/// The rows, by topic.
enum Conformance {}
