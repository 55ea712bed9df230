import SendtopCore

/// Looks at everything that `sendtop` needs. Mails nobody, writes nothing that stays, and ends in good time.
struct Doctor {
    let settings: Settings
    let environment: [String: String]

    /// The longest that one look may take.
    static let patience = Duration.seconds(8)

    /// All findings, in the order of a send's road: configuration, endpoint, listener, ledger, screen.
    func findings() async -> [Finding] {
        async let service = ServiceCheck(profile: settings.profile, environment: environment).findings()
        async let port = PortCheck(settings: settings).findings()
        async let token = TokenCheck(settings: settings, environment: environment).findings()
        async let disk = DiskCheck(path: settings.ledgerPath).findings()
        async let ledger = LedgerHealth(settings: settings).findings()
        return await service + port + token + disk + ledger
    }

    /// What can be looked at without a configuration.
    static func surroundings(environment: [String: String]) async -> [Finding] {
        await TerminalCheck(environment: environment).findings() + ClockCheck().findings()
    }
}
