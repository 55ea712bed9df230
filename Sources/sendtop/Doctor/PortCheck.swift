import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import SendtopCore
import SendtopListener

/// Whether postbacks can be taken in: the port is free, or a listener of ours has it and answers.
struct PortCheck {
    let settings: Settings

    private enum State {
        case free
        case taken(PortHolder?)
        case refused(Int32)
    }

    /// Who answers at the listener's address.
    private enum Holder {
        case ready
        /// A listener of ours that cannot take postbacks in just now; why, as it says.
        case unready(String)
        case foreign
    }

    func findings() async -> [Finding] {
        await port() + certificate()
    }

    private func port() async -> [Finding] {
        let address = settings.listen
        guard address.port != 0 else { return [.ok(.port, "Any free port is taken.")] }
        let state = await Bounded.blocking(within: Doctor.patience) { () -> State in
            guard let fault = FreePort.fault(at: address) else { return .free }
            return fault == EADDRINUSE ? .taken(PortHolder(port: address.port)) : .refused(fault)
        }
        switch state {
        case nil:
            return [
                .fault(.port, "The address of \(address) was not found in time.", "Give a number instead of a name.")
            ]
        case .free: return [.ok(.port, "\(address) is free; nobody takes postbacks in there now.")]
        case .refused(let code):
            let error = ListenerError.cannotListen(
                host: address.host,
                port: address.port,
                Obstacle(code: code)
            )
            return [.fault(.port, "\(error)")]
        case .taken(let holder): return await taken(by: holder)
        }
    }

    private typealias Obstacle = ListenerError.Obstacle

    private func taken(by holder: PortHolder?) async -> [Finding] {
        let address = settings.listen
        let who = holder.map { "process \($0.process) (\($0.name))" } ?? "another user's process"
        let port = Finding.ok(.port, "\(address) is taken by \(who).")
        switch await answering() {
        case .ready: return [port, .ok(.listener, "\(settings.listenerURL) is up, and takes postbacks in.")]
        case .unready(let reason):
            return [
                port,
                .fault(
                    .listener,
                    "\(settings.listenerURL) is sendtop's own, and not ready: \(reason)",
                    "Look at the log of that process, and at its disk."
                ),
            ]
        case .foreign:
            let error = ListenerError.cannotListen(host: address.host, port: address.port, .taken(by: holder))
            return [.fault(.port, "\(error)")]
        }
    }

    /// Asks for the readiness of whoever listens there.
    private func answering() async -> Holder {
        guard let (status, text) = await get("/readyz") else { return .foreign }
        if status == .ok, text.hasPrefix("ready") { return .ready }
        guard status == .serviceUnavailable, let reason = (try? JSON(text: text))?.object?["message"]?.string,
            let (health, word) = await get("/healthz"), health == .ok, word.hasPrefix("ok")
        else { return .foreign }
        return .unready(reason)
    }

    /// What is answered at a path; a listener's certificate is for its own name, not for the address.
    private func get(_ path: String) async -> (status: HTTPResponseStatus, text: String)? {
        var host = settings.listen.host
        if host == "0.0.0.0" { host = "127.0.0.1" }
        if host == "::" { host = "::1" }
        let scheme = settings.listener.certificate == nil ? "http" : "https"
        let url = "\(scheme)://\(HostPort(host: host, port: settings.listen.port))\(path)"
        var configuration = HTTPClient.Configuration()
        configuration.tlsConfiguration = .makeClientConfiguration()
        configuration.tlsConfiguration?.certificateVerification = .none
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        let response = try? await client.execute(HTTPClientRequest(url: url), timeout: .seconds(3))
        let body = try? await response?.body.collect(upTo: 1 << 10)
        try? await client.shutdown()
        guard let response, let body else { return nil }
        return (response.status, String(buffer: body))
    }

    private func certificate() -> [Finding] {
        do {
            guard try settings.certificate(logger: .silent) != nil, let files = settings.listener.certificate else {
                return []
            }
            let exposure = SecretFile(path: files.key).exposure
            return [.ok(.listener, "The certificate \(files.certificate) can be used.")]
                + (exposure.map { [.warning(.listener, $0.sentence, $0.advice)] } ?? [])
        } catch {
            return [.fault(.listener, "\(error)")]
        }
    }
}

extension ListenerError.Obstacle {
    fileprivate init(code: Int32) {
        switch code {
        case EACCES, EPERM: self = .notPermitted
        case EADDRNOTAVAIL: self = .notOurs
        case FreePort.unknownHost: self = .unknownHost
        default: self = .other(String(cString: strerror(code)))
        }
    }
}
