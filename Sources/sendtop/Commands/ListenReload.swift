import Logging
import SendtopListener

/// Reads the configuration anew while `listen` runs: who may deliver, the certificate, and the log's file.
struct ListenReload: Sendable {
    let read: @Sendable () throws -> Settings
    /// What the program started with.
    let settings: Settings
    let listener: Listener
    let certificate: ServerCertificate?
    let output: LogOutput
    let logger: Logger
    let manager: ServiceManager

    /// Reads and applies all of it, or nothing: what is wrong goes into the log, and what was goes on.
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
        var options: [OptionKey] = []
        if new.listen != settings.listen { options.append(.listen) }
        if new.ledgerPath != settings.ledgerPath { options.append(.ledger) }
        if (new.listener.certificate == nil) != (certificate == nil) { options.append(.tlsCertificate) }
        if new.listener.limits != settings.listener.limits { options.append(.maxConnections) }
        if new.logFormat != settings.logFormat { options.append(.logFormat) }
        return options
    }
}
