import Logging
import SendtopListener
import SendtopStore

/// Reads the configuration anew while `listen` runs: who may deliver, and the certificate; opens the log's file anew.
struct ListenReload: Sendable {
    let read: @Sendable () throws -> Settings
    /// What the program started with.
    let settings: Settings
    let listener: Listener
    let certificate: ServerCertificate?
    let output: LogOutput
    let logger: Logger
    let manager: ServiceManager

    /// Opens the log's file anew, so that a fault is told where people look; then reads and applies all of the
    /// configuration, or nothing: what is wrong goes into the log, and what was goes on.
    func callAsFunction() {
        manager.reloading()
        defer { manager.ready("taking postbacks in") }
        do {
            try output.reopen()
            let new = try read()
            let access = try new.access(on: settings.listen, logger: logger)
            if let certificate, let files = new.listener.certificate { try certificate.reload(files) }
            listener.admit(access)
            for option in unchanged(new) {
                logger.warning("takes effect at the next start", metadata: ["option": "\(option.rawValue)"])
            }
            logger.notice("configuration read anew")
        } catch let failure as CommandFailure {
            logger.error("configuration not read anew", metadata: ["reason": "\(failure.sentence)"])
        } catch {
            logger.error("configuration not read anew", metadata: ["reason": "\(error)"])
        }
    }

    /// What differs now and cannot be changed while the program runs.
    private func unchanged(_ new: Settings) -> [OptionKey] {
        let (limits, newLimits) = (settings.listener.limits, new.listener.limits)
        let differences: [(OptionKey, Bool)] = [
            (.listen, new.listen != settings.listen),
            (.ledger, new.ledgerPath != settings.ledgerPath),
            (.retentionDays, new.retention.eventAge != settings.retention.eventAge),
            (.retentionSize, new.retention.eventBytes != settings.retention.eventBytes),
            (.retentionSendDays, new.retention.sendAge != settings.retention.sendAge),
            (.tlsCertificate, (new.listener.certificate == nil) != (certificate == nil)),
            (.maxConnections, newLimits.connections != limits.connections),
            (.maxConnectionsPerAddress, newLimits.connectionsPerAddress != limits.connectionsPerAddress),
            (.requestTimeout, newLimits.requestTimeout != limits.requestTimeout),
            (.idleTimeout, newLimits.idleTimeout != limits.idleTimeout),
            (.logFile, new.logFile != settings.logFile),
            (.logFormat, new.logFormat != settings.logFormat),
        ]
        return differences.filter(\.1).map(\.0)
    }
}
