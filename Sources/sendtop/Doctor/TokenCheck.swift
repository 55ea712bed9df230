import Foundation
import SendtopCore
import SendtopListener

/// Whether the secrets that keep strangers out can be had, and are hard to guess.
struct TokenCheck {
    let settings: Settings
    let environment: [String: String]

    /// Bits from which a secret is hard to guess.
    private static let strength = 90.0

    func findings() async -> [Finding] {
        let result = await Bounded.blocking(within: Doctor.patience) { [settings, environment] in
            Result { try settings.listener.access(environment: environment) }
        }
        switch result {
        case .success(let access)?: return judged(access) + permissions()
        case .failure(let error)?: return [.fault(.token, "\(error)")]
        case nil: return [.fault(.token, "The command for the token does not end.", "Run it by hand, and see why.")]
        }
    }

    private func judged(_ access: AccessPolicy) -> [Finding] {
        let isLocal = settings.listen.isLoopback
        guard access.asksForSecret else {
            if isLocal { return [.ok(.token, "None is needed: only this machine reaches \(settings.listen).")] }
            if !access.isOpen {
                return [.ok(.token, "None is asked for; the list of addresses decides who may deliver.")]
            }
            let make = "Set SENDTOP_TOKEN to what openssl rand -hex 24 prints."
            return settings.listener.isInsecure
                ? [.warning(.token, "Anybody who reaches \(settings.listen) can write to the ledger.", make)]
                : [.fault(.token, "Others can reach \(settings.listen), and nothing keeps them out.", make)]
        }
        let secrets = access.tokens.map { $0.reveal() } + access.credentials.map(TokenCheck.password)
        var findings: [Finding] = []
        if secrets.contains(where: { TokenCheck.bits($0) < TokenCheck.strength }) {
            findings.append(
                .warning(
                    .token,
                    "A secret of the listener is short, or simple.",
                    "openssl rand -hex 24 makes one that nobody guesses."
                )
            )
        } else {
            findings.append(.ok(.token, "A postback must bring a secret that is hard to guess."))
        }
        if !isLocal, settings.listener.certificate == nil, settings.listener.proxies.isEmpty {
            findings.append(
                .warning(
                    .token,
                    "It comes over plain HTTP.",
                    "Give --tls-cert and --tls-key, or a proxy that speaks TLS."
                )
            )
        }
        return findings
    }

    private static func password(_ pair: Secret) -> String {
        String(pair.reveal().split(separator: ":", maxSplits: 1).last ?? "")
    }

    /// An estimate from above, of what was made at random: by the kinds of characters, and by how often each is there.
    static func bits(_ text: String) -> Double {
        let length = Double(text.unicodeScalars.count)
        let counts = Dictionary(text.unicodeScalars.map { ($0, 1.0) }, uniquingKeysWith: +)
        let variety = counts.values.reduce(0) { $0 - $1 * log2($1 / length) }
        var pool = 0.0
        if text.contains(where: \.isNumber) { pool += 10 }
        if text.contains(where: \.isLowercase) { pool += 26 }
        if text.contains(where: \.isUppercase) { pool += 26 }
        if text.contains(where: { !$0.isLetter && !$0.isNumber }) { pool += 4 }
        // A short text cannot hold all that may be in it.
        return min(length * log2(max(pool, 1)), variety * 1.6)
    }

    private func permissions() -> [Finding] {
        [settings.listener.tokens, settings.listener.credentials].compactMap { source in
            guard case .file(let path)? = source, let exposure = SecretFile(path: path).exposure else { return nil }
            return .warning(.token, exposure.sentence, exposure.advice)
        }
    }
}
