import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import SendtopCore

/// Answers every request that the sandbox gets.
struct SandboxResponder: HTTPResponder {
    /// The documentation names no limit of the body; this one is generous.
    private static let bodyLimit = 1_048_576

    let state: SandboxState
    let catalogue: Catalogue
    let volume: Volume
    let counters: PostingCounters
    /// Rung when there is something to execute.
    let executor: Alarm
    let logger: Logger

    func respond(to request: Request, context: SandboxContext) async throws -> Response {
        let clock = ContinuousClock()
        let began = clock.now
        var answer = await answer(to: request, from: context.address)
        answer.headers[SandboxHeader.requestID] = UUID().uuidString.lowercased()
        answer.headers[SandboxHeader.runtime] = SandboxResponder.seconds(began.duration(to: clock.now))
        return answer.response
    }

    private func answer(to request: Request, from address: String?) async -> SandboxAnswer {
        do {
            guard let route = SandboxRoute(path: request.uri.path) else { throw Refusal.notFound }
            guard request.method == route.method else { throw Refusal.method(allowed: route.method) }
            switch route {
            case .send(let style, let campaign):
                return try await take(request, style: style, campaign: campaign, from: address)
            case .info, .messages, .status:
                guard address.flatMap(IPAddress.init)?.isLoopback == true else { throw Refusal.loopbackOnly }
                return SandboxAnswer(.ok, try await look(route, request))
            }
        } catch let refusal as Refusal {
            return SandboxAnswer(refusal)
        } catch {
            logger.error("a request cannot be answered", metadata: ["error": "\(error)"])
            return SandboxAnswer(.internalServerError, ["message": "Internal Server Error"])
        }
    }

    /// The endpoint: authentication, permission, address, campaign, body, in that order.
    private func take(
        _ request: Request,
        style: SendDraft.Style,
        campaign campaignID: String,
        from address: String?
    ) async throws -> SandboxAnswer {
        let now = Timestamp.now
        guard let key = Authentication.key(of: request.headers[.authorization], in: catalogue) else {
            return SandboxAnswer(Refusal.credentials).withoutLimit
        }
        let limit = volume.countRequest(at: now)
        do {
            guard !limit.isExceeded else { throw Refusal.tooManyRequests }
            try Authentication.check(key, from: address)
            let campaign = try catalogue.sendable(campaignID)
            let body = try await SandboxResponder.body(of: request)
            let reader = OrderReader(
                style: style,
                campaignAPIID: campaign.id,
                strict: state.configuration.strict
            )
            let order = try reader.order(from: body, receivedAt: now)
            let acceptance = try await state.accept(order) { [volume] in volume.countSend(at: now) }
            return SandboxAnswer(try answer(to: acceptance, style: style)).with(limit)
        } catch let refusal as Refusal {
            return SandboxAnswer(refusal).with(limit)
        }
    }

    private func answer(to acceptance: Acceptance, style: SendDraft.Style) throws(Refusal) -> JSON {
        switch acceptance {
        case .new(let send):
            executor.ring()
            return send.answer(status: .sent)
        case .known(var send, let status):
            // Whoever asks by the other page is answered by that page.
            send.style = style
            return send.answer(status: status)
        case .queued: throw .queued
        }
    }

    private func look(_ route: SandboxRoute, _ request: Request) async throws -> JSON {
        switch route {
        case .messages: try await state.messages(of: request.uri.queryParameters["dispatch_id"].map(String.init))
        case .status: try await state.status(volume: volume, counters: counters, at: .now)
        case .info, .send: try await state.info(catalogue)
        }
    }

    private static func body(of request: Request) async throws -> [UInt8] {
        if let encoding = request.headers[.contentEncoding], !encoding.isEmpty, encoding.lowercased() != "identity" {
            throw Refusal.encoded(encoding)
        }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > bodyLimit {
            throw Refusal.contentTooLarge(limit: bodyLimit)
        }
        do {
            let buffer = try await request.body.collect(upTo: bodyLimit)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Refusal.contentTooLarge(limit: bodyLimit)
        }
    }

    private static func seconds(_ duration: Duration) -> String {
        let microseconds = duration.components.attoseconds / 1_000_000_000_000
        let digits = String(microseconds)
        return "\(duration.components.seconds)." + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
