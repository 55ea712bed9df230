/// The curl line that sends a request, to paste into a shell; the key comes from `SENDTOP_API_KEY`.
public struct CurlCommand: Sendable, Hashable {
    /// The variable that the line takes the key from.
    public static let keyVariable = "SENDTOP_API_KEY"

    /// What the line sends.
    public var request: SendRequest
    /// The endpoint's URL without a slash at its end.
    public var baseURL: String
    /// The file of certificates to trust instead of the system's.
    public var caFile: String?

    /// Makes the line's parts.
    public init(_ request: SendRequest, baseURL: String, caFile: String? = nil) {
        self.request = request
        self.baseURL = baseURL
        self.caFile = caFile
    }
}

extension CurlCommand: CustomStringConvertible {
    /// The command on one line, with nothing in it that a terminal would obey.
    public var description: String {
        var words = ["curl -X POST"]
        if let caFile { words.append("--cacert \(CurlCommand.quoted(caFile))") }
        words += [
            "-H 'Content-Type: application/json'",
            "-H \"Authorization: Bearer $\(CurlCommand.keyVariable)\"",
            "-d \(CurlCommand.quoted(request.body.text(escaping: .terminalSafe)))",
            CurlCommand.quoted(baseURL + request.path),
        ]
        return words.joined(separator: " ")
    }

    /// A word in single quotes, as every POSIX shell takes it.
    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
