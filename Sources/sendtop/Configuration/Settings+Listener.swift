import Logging
import SendtopCore
import SendtopListener
import SendtopStore

extension Settings {
    /// The listener that appends to a ledger.
    ///
    /// - Parameter access: who may deliver; see `access(on:logger:)`.
    func listener(
        on address: HostPort,
        access: AccessPolicy,
        ledger: Ledger,
        certificate: ServerCertificate? = nil,
        logger: Logger
    ) -> Listener {
        Listener(
            configuration: ListenerConfiguration(host: address.host, port: address.port, limits: limits),
            access: access,
            certificate: certificate,
            logger: logger,
            measure: { await Settings.measurements(of: ledger) },
            store: { events, done in
                ledger.append(events) { outcome in
                    if case .failure(let error) = outcome { done(error) } else { done(nil) }
                }
            },
            now: { .now() }
        )
    }

    /// Who may deliver to an address.
    ///
    /// - Throws: `CommandFailure` when a secret is not as it must be, or when others can reach the address and nothing
    ///   keeps them out.
    func access(on address: HostPort, logger: Logger) throws -> AccessPolicy {
        let access = try listener.access()
        guard !address.isLoopback else { return access }
        guard !access.isOpen || listener.isInsecure else {
            throw CommandFailure(
                .configuration,
                "Refusing to listen on \(address): others can reach it, and nothing keeps them from writing to the"
                    + " ledger. Set \(ListenerSettings.tokenVariable) or --token-file (openssl rand -hex 24 makes a"
                    + " token), or --basic-auth-file, or --allow; or say --insecure."
            )
        }
        if access.isOpen {
            logger.warning(
                "anybody who reaches this address can write to the ledger",
                metadata: ["listen": "\(address)"]
            )
        } else if access.asksForSecret, listener.certificate == nil, listener.proxies.isEmpty {
            logger.warning(
                "secrets come over plain HTTP; give --tls-cert and --tls-key",
                metadata: ["listen": "\(address)"]
            )
        }
        return access
    }

    /// The certificate, when there is to be TLS.
    ///
    /// - Throws: `CommandFailure` when it cannot be used.
    func certificate(logger: Logger) throws -> ServerCertificate? {
        do {
            return try listener.certificate.map { files throws(CertificateError) in
                try ServerCertificate(files, logger: logger)
            }
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
    }

    /// Where the listener takes postbacks, as far as is known before it listens.
    var listenerURL: String {
        "\(listener.certificate == nil ? "http" : "https")://\(listen)/postback"
    }

    /// The limits, with no more connections than the system gives descriptors for.
    private var limits: ListenerLimits {
        var limits = listener.limits
        limits.connections = min(limits.connections, DescriptorLimit.connections)
        return limits
    }

    private static func measurements(of ledger: Ledger) async -> [Measurement] {
        guard let info = try? await ledger.info() else { return [] }
        let bytes = info.files.reduce(0) { $0 + $1.bytes }
        return [
            Measurement("sendtop_ledger_bytes", "Bytes of the ledger's files.", Double(bytes)),
            Measurement("sendtop_ledger_events", "Events in the ledger.", Double(info.events)),
            Measurement(
                "sendtop_ledger_backlog",
                "Events that the derived tables do not show yet.",
                Double(info.backlog)
            ),
        ]
    }
}
