import HTTPTypes
import SendtopCore

/// What a path asks for.
enum SandboxRoute: Sendable, Hashable {
    /// The campaign as it stands in the path, which may be no identifier.
    case send(SendDraft.Style, campaign: String)
    case info
    case messages
    case status

    /// Finds the route of a path, with or without a last slash; `nil` for an unknown one.
    init?(path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        if parts.count > 1, parts.last == "" { parts.removeLast() }
        switch parts {
        case ["sandbox", "info"]: self = .info
        case ["sandbox", "messages"]: self = .messages
        case ["sandbox", "status"]: self = .status
        default:
            guard parts.count == 5, parts[2] == "campaigns", parts[4] == "send", !parts[3].isEmpty else { return nil }
            switch (parts[0], parts[1]) {
            case ("transactional", "v1"): self = .send(.v1, campaign: parts[3])
            case ("v2", "transactional"): self = .send(.legacyV2, campaign: parts[3])
            default: return nil
            }
        }
    }

    /// The one method that the route takes.
    var method: HTTPRequest.Method {
        switch self {
        case .send: .post
        case .info, .messages, .status: .get
        }
    }
}
