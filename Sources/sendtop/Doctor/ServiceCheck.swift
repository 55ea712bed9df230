import Foundation
import SendtopClient
import SendtopCore

/// Whether the endpoint answers, and whether it takes the key.
///
/// It asks for a send that cannot mail anybody, for two reasons that each suffice. The campaign is a random identifier,
/// and the endpoint's page answers 400 "Campaign does not exist" to one that it does not know. The user is a random
/// identifier without attributes, and the page makes a user only of one that comes with attributes. What the answer
/// says of the key comes before that: 401 and 403.
struct ServiceCheck {
    let profile: Profile
    let environment: [String: String]

    func findings() async -> [Finding] {
        var endpoint: Endpoint
        do {
            endpoint = try profile.address
        } catch {
            return [.fault(.endpoint, "\(error)")]
        }
        endpoint.connectTimeout = min(endpoint.connectTimeout, .seconds(4))
        endpoint.totalTimeout = min(endpoint.totalTimeout, Doctor.patience)
        let (key, complaint) = await key()
        // Any key will do to see whether somebody answers.
        let outcome = await outcome(at: endpoint, key: key ?? Secret("sendtop-doctor"))
        let reached = reached(outcome, endpoint)
        return [reached] + openRoad(endpoint) + [complaint ?? judged(outcome, isReached: reached.verdict == .ok)]
            + permissions()
    }

    private func key() async -> (Secret?, Finding?) {
        let result = await Bounded.blocking(within: Doctor.patience) { [profile, environment] in
            Result { try profile.key(environment: environment) }
        }
        switch result {
        case .success(let key)?: return (key, nil)
        case .failure(let error)?: return (nil, .fault(.key, "\(error)"))
        case nil:
            return (nil, .fault(.key, "The command for the API key does not end.", "Run it by hand, and see why."))
        }
    }

    private func outcome(at endpoint: Endpoint, key: Secret) async -> Result<SendOutcome, any Error> {
        do {
            var draft = SendDraft(style: profile.style)
            draft[.campaign] = UUID().uuidString.lowercased()
            draft[.externalUserID] = "sendtop-doctor-\(UUID().uuidString.lowercased())"
            // On the legacy page this, too, keeps a user from being made.
            draft.sendToExistingOnly = true
            let request = try SendRequest(validating: draft)
            let client = try SendClient(endpoint: endpoint, key: key, retry: .never, now: { .now() })
            let outcome = try? await client.send(request, requestID: RequestID.make()) { _ in }
            try await client.shutdown()
            guard let outcome else { throw CancellationError() }
            return .success(outcome)
        } catch {
            return .failure(error)
        }
    }

    private func reached(_ outcome: Result<SendOutcome, any Error>, _ endpoint: Endpoint) -> Finding {
        let url = endpoint.baseURL
        guard case .success(let outcome) = outcome else { return .fault(.endpoint, "\(url) could not be asked.") }
        switch outcome {
        case .accepted:
            return .fault(
                .endpoint,
                "\(url) accepted a send of a campaign that does not exist, so it is not the service.",
                "Correct endpoint in the profile."
            )
        case .failed(let error):
            guard case .noAnswer(let trouble) = error.cause else {
                let status = error.status.map { " (\($0))" } ?? ""
                return .fault(
                    .endpoint,
                    "\(url) answers in no form of the service\(status).",
                    "Try again later, or correct endpoint in the profile."
                )
            }
            if case .sandbox = profile.keySource, trouble == .refused {
                return .warning(.endpoint, "No sandbox runs at \(url).", "sendtop sandbox starts one.")
            }
            return .fault(.endpoint, trouble.sentence(at: url))
        case .taken, .rejected:
            guard let error = outcome.error else { return .ok(.endpoint, "\(url) answers.") }
            if case .foreignAnswer = error.cause {
                return .fault(.endpoint, "\(error)", "Correct endpoint in the profile.")
            }
            // To a campaign that it does not know the service answers 400; a 404 is about the path.
            if error.status == 404 {
                return .fault(.endpoint, "\(error)", "It knows no such path: correct endpoint in the profile.")
            }
            if error.status ?? 0 >= 500 { return .fault(.endpoint, "\(error)", "Try again later.") }
            let safety = endpoint.isSecure ? ", and its certificate is trusted" : ""
            return .ok(.endpoint, "\(url) answers\(safety).")
        }
    }

    /// Whether the key could be read on its way.
    private func openRoad(_ endpoint: Endpoint) -> [Finding] {
        guard !endpoint.isSecure, !HostPort(host: endpoint.host, port: 0).isLoopback else { return [] }
        return [.warning(.endpoint, "The API key goes to \(endpoint.baseURL) unencrypted.", "Use https.")]
    }

    private func judged(_ outcome: Result<SendOutcome, any Error>, isReached: Bool) -> Finding {
        guard case .success(let outcome) = outcome, isReached, let error = outcome.error else {
            return .warning(
                .key,
                "The API key could not be tried, for the service did not answer.",
                "Mend the endpoint first."
            )
        }
        let message = error.message.map { ": \($0)" } ?? ""
        switch error.status {
        case 401:
            return .fault(
                .key,
                "The service refuses the API key (401\(message)).",
                "Give the key of this instance, without quotes around it."
            )
        case 403:
            return .fault(
                .key,
                "The service knows the API key, and does not let it send from here (403\(message)).",
                "Give it the permission transactional.send, and put this machine's address on its list, if it has one."
            )
        case 429:
            return .warning(.key, "The API key could not be tried: the rate limit is used up.", "Try again later.")
        default:
            return .ok(.key, "The service takes the API key; a send that cannot mail was refused as it should be.")
        }
    }

    private func permissions() -> [Finding] {
        guard case .file(let path) = profile.keySource else { return [] }
        return SecretFile(path: path).exposure.map { [.warning(.key, $0.sentence, $0.advice)] } ?? []
    }
}
