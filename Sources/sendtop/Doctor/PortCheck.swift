import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import SendtopListener

/// Whether postbacks can be taken in: the port is free, or a listener of ours has it and answers.
struct PortCheck {
    let settings: Settings

    private enum State {
        case free
        case taken(PortHolder?)
        case refused(Int32)
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
        guard await isOurs() else {
            let error = ListenerError.cannotListen(host: address.host, port: address.port, .taken(by: holder))
            return [.fault(.port, "\(error)")]
        }
        return [
            .ok(.port, "\(address) is taken by \(who)."),
            .ok(.listener, "\(settings.listenerURL) is up, and takes postbacks in."),
        ]
    }

    /// Whether a listener of `sendtop` answers there; its certificate is for its own name, not for the address.
    private func isOurs() async -> Bool {
        var host = settings.listen.host
        if host == "0.0.0.0" { host = "127.0.0.1" }
        if host == "::" { host = "::1" }
        let scheme = settings.listener.certificate == nil ? "http" : "https"
        let url = "\(scheme)://\(HostPort(host: host, port: settings.listen.port))/readyz"
        var configuration = HTTPClient.Configuration()
        configuration.tlsConfiguration = .makeClientConfiguration()
        configuration.tlsConfiguration?.certificateVerification = .none
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        let response = try? await client.execute(HTTPClientRequest(url: url), timeout: .seconds(3))
        let body = try? await response?.body.collect(upTo: 1 << 10)
        try? await client.shutdown()
        return response?.status == .ok && body.map { String(buffer: $0).hasPrefix("ready") } == true
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
