import CoreMetrics
import NIOCore
import NIOHTTP1
import SendtopCore

/// What all connections share: who may deliver, how much there is room for, and where postbacks go.
///
/// A class, since each request keeps it until its answer: a copy would count a reference for each part.
final class Intake: Sendable {
    let limits: ListenerLimits
    /// The path for postbacks, in the form that routes are compared in.
    let path: String
    let gatekeeper: Gatekeeper
    let backlog: Backlog
    let store: Listener.Store
    let inspection: Inspection
    let journal: Journal
    let stamps: PerEventLoop<NIOLoopBoundBox<DateStamp>>
    let homecomings: PerEventLoop<Homecoming>

    init(
        limits: ListenerLimits,
        path: String,
        gatekeeper: Gatekeeper,
        backlog: Backlog,
        store: @escaping Listener.Store,
        inspection: Inspection,
        journal: Journal,
        stamps: PerEventLoop<NIOLoopBoundBox<DateStamp>>,
        homecomings: PerEventLoop<Homecoming>
    ) {
        self.limits = limits
        self.path = path
        self.gatekeeper = gatekeeper
        self.backlog = backlog
        self.store = store
        self.inspection = inspection
        self.journal = journal
        self.stamps = stamps
        self.homecomings = homecomings
    }

    /// What becomes of a request as soon as its head has come.
    enum Reception {
        /// Its body is to be read.
        case postback
        /// It asks about the listener itself.
        case inspection(Route)
        /// It is answered, and its body passed over.
        case refused(Answer)
    }

    /// Looks at the head of a request.
    func receive(_ head: RequestHead, from caller: Caller, _ policy: AccessPolicy) -> Reception {
        if let fault = head.framing.fault {
            journal.refuse(.badHead, fault.rawValue, from: caller.source)
            return .refused(.badHead(fault))
        }
        let route =
            head.uri == path
            ? .postback(token: nil) : Route(head.uri, postbackPath: path, hasTokens: !policy.tokens.isEmpty)
        switch route {
        case .postback(let token):
            if let refusal = refusal(head, token: token, caller, policy) { return .refused(refusal) }
            if let encoding = head.framing.contentEncoding {
                journal.refuse(.malformed, "The body is encoded with \(encoding).", from: caller.source)
                return .refused(.encoded(encoding))
            }
            if let length = head.framing.length, length > limits.body {
                return .refused(tooLarge(from: caller.source))
            }
            return .postback
        case .health, .readiness, .metrics:
            if let refusal = inspectionRefusal(head, route, caller, policy) { return .refused(refusal) }
            return .inspection(route)
        case .nothing:
            journal.refuse(.misdirected, "There is nothing at the path.", from: caller.source)
            return .refused(.notFound)
        }
    }

    /// The head of a request cannot be read, or does not come whole.
    func refuse(_ fault: HTTPParserError, from source: String?) {
        journal.refuse(fault == .invalidEOFState ? .incomplete : .badHead, fault.sentence, from: source)
    }

    /// The body has more bytes than it may.
    func tooLarge(from source: String?) -> Answer {
        journal.refuse(.tooLarge, "The body is over the limit.", from: source)
        return .tooLarge(limit: limits.body)
    }

    /// There is no room for the body now.
    func noRoom() -> Answer {
        journal.fail(.overloaded, "Postbacks come faster than the ledger takes them.")
        return .overloaded
    }

    /// The events of a body, or why there are none.
    func events(
        of body: [UInt8],
        _ head: RequestHead,
        at moment: Timestamp,
        from caller: Caller
    ) throws(PostbackError) -> [Event] {
        journal.metrics.bytes.increment(by: body.count)
        do {
            return try Event.postbacks(
                body: body,
                at: moment,
                source: caller.source,
                headers: head.kept,
                limit: limits.elements
            )
        } catch {
            let outcome: Outcome = if case .tooManyElements = error { .tooLarge } else { .malformed }
            journal.refuse(outcome, error.description, sample: body, from: caller.source)
            throw error
        }
    }

    /// Hands events on.
    ///
    /// - Parameters:
    ///   - moment: now.
    ///   - ticket: is redeemed once they are safe, or are not.
    /// - Returns: `false` when the ledger is stalled, and does not get them.
    func keep(_ events: [Event], at moment: NIODeadline, for ticket: Ticket) -> Bool {
        guard backlog.enter(at: moment) else {
            journal.fail(.overloaded, "The ledger has not answered for too long.")
            return false
        }
        if events.isEmpty {
            ticket.redeem(nil)
        } else {
            // Who calls back writes for all: what can be done elsewhere is not done there.
            store(events) { ticket.redeem($0) }
        }
        return true
    }

    /// Answers what somebody wants to know of the listener.
    func inspect(_ route: Route) async -> Answer {
        switch route {
        case .metrics: await inspection.metrics()
        case .readiness: inspection.readiness()
        default: .healthy
        }
    }

    /// Why a request for the path of postbacks is not even read; `nil` when it is.
    private func refusal(
        _ head: RequestHead,
        token: String?,
        _ caller: Caller,
        _ policy: AccessPolicy
    ) -> Answer? {
        if !policy.admits(caller) {
            journal.refuse(.forbidden, "The address is not on the list.", from: caller.source)
            return .forbidden
        }
        if policy.asksForSecret, !policy.accepts(token: token, authorization: head.value(of: "authorization")) {
            journal.refuse(.unauthorised, "The secret is missing or wrong.", from: caller.source)
            return .unauthorised(policy)
        }
        guard case .POST = head.method else {
            journal.refuse(.misdirected, "The method makes no sense here.", from: caller.source)
            return .methodNotAllowed(allowed: "POST")
        }
        return nil
    }

    private func inspectionRefusal(
        _ head: RequestHead,
        _ route: Route,
        _ caller: Caller,
        _ policy: AccessPolicy
    ) -> Answer? {
        guard head.method == .GET || head.method == .HEAD else {
            journal.refuse(.misdirected, "The method makes no sense here.", from: caller.source)
            return .methodNotAllowed(allowed: "GET, HEAD")
        }
        guard case .metrics(let token) = route else { return nil }
        // Behind a proxy on this machine everybody seems local: a secret it is, or nothing on the way.
        guard caller.isLocal(head) || policy.accepts(token: token, authorization: head.value(of: "authorization"))
        else {
            journal.refuse(.unauthorised, "Metrics are for this machine, or for a secret.", from: caller.source)
            return .unauthorised(policy)
        }
        return nil
    }
}
