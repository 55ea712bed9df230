import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SendtopCore
import SendtopSandbox
import Testing

/// The service that is held to the documentation: a sandbox, or whatever the environment names.
struct ConformanceService: Sendable {
    /// What a row needs, by the name of its variable.
    enum Need: String, Sendable {
        case campaign = "CAMPAIGN"
        case paused = "PAUSED"
        case archived = "ARCHIVED"
        case notTransactional = "NOT_TRANSACTIONAL"
        case key = "KEY"
        case keyWithoutPermission = "KEY_WITHOUT_PERMISSION"
        case keyFromElsewhere = "KEY_FROM_ELSEWHERE"
        /// A campaign whose text has `custom_attribute.${points}`, and aborts without it.
        case liquid = "LIQUID"
    }

    /// What a service may lack beside keys and campaigns; a row that needs it is reported as a known issue.
    enum Lack: String, Error {
        case postbacks = "the row hears postbacks: set SENDTOP_CONFORMANCE_LISTEN"
        case sandbox = "the row needs a sandbox: the service has no GET /sandbox/info"
    }

    /// The page by whose path and shape the row's requests go out.
    enum Form: Sendable {
        /// `recipient` as an object.
        case page
        /// `recipients` as an array of one.
        case recipients
        /// The legacy path.
        case legacy
    }

    let baseURL: String
    let receiver: Receiver
    var form = Form.page
    private let hears: Bool
    private let isSandbox: Bool
    private let found: [Need: String]

    static let environment = ProcessInfo.processInfo.environment

    static func variable(_ name: String) -> String? {
        environment["SENDTOP_CONFORMANCE_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Runs one row.
    static func run(_ row: ConformanceRow) async throws {
        guard let url = variable("URL") else {
            var configuration = SandboxConfiguration.unhurried
            row.configure(&configuration)
            return try await withSandbox(configuration) { sandbox in
                try await prove(row, at: sandbox.baseURL, hearing: sandbox.receiver)
            }
        }
        let receiver = Receiver()
        guard let port = variable("LISTEN").flatMap(Int.init) else {
            return try await prove(row, at: url, hearing: nil)
        }
        try await withBound({ try await receiver.run(at: port, onBound: $0) }) { _ in
            try await prove(row, at: url, hearing: receiver)
        }
    }

    private static func prove(_ row: ConformanceRow, at url: String, hearing receiver: Receiver?) async throws {
        let service = try await ConformanceService(
            baseURL: url,
            receiver: receiver ?? Receiver(),
            hears: receiver != nil
        )
        do {
            try await row.proof(service)
        } catch let lack as Lack {
            withKnownIssue(Comment(rawValue: lack.rawValue)) { throw lack }
        }
    }

    private init(baseURL: String, receiver: Receiver, hears: Bool) async throws {
        self.hears = hears
        self.baseURL = baseURL
        self.receiver = receiver
        var found: [Need: String] = [:]
        let info = try await Harness(baseURL: baseURL, receiver: receiver).request("GET", "/sandbox/info", key: nil)
        isSandbox = info.status == 200
        if isSandbox { found = ConformanceService.needs(in: info.json) }
        for need in [
            Need.campaign, .paused, .archived, .notTransactional, .key, .keyWithoutPermission, .keyFromElsewhere,
            .liquid,
        ] {
            if let text = ConformanceService.variable(need.rawValue) { found[need] = text }
        }
        self.found = found
    }

    /// A key or campaign that the row needs.
    func the(_ need: Need) throws -> String {
        try #require(found[need], "set SENDTOP_CONFORMANCE_\(need.rawValue)")
    }

    /// Whoever needs postbacks asks here first.
    func mustHear() throws {
        if !hears { throw Lack.postbacks }
    }

    /// Whoever needs the sandbox's own paths or addresses asks here first.
    func mustBeSandbox() throws {
        if !isSandbox { throw Lack.sandbox }
    }

    /// The same service, asked by another page.
    func by(_ form: Form) -> ConformanceService {
        var service = self
        service.form = form
        return service
    }

    private static func needs(in info: JSONObject) -> [Need: String] {
        let campaigns = info["campaigns"]?.array?.compactMap(\.object) ?? []
        let keys = info["api_keys"]?.array?.compactMap(\.object) ?? []
        func campaign(_ state: JSON, transactional: JSON = true) -> String? {
            campaigns.first { $0["state"] == state && $0["transactional"] == transactional }?["id"]?.string
        }
        func key(_ isMeant: (_ maySend: Bool, _ isBound: Bool) -> Bool) -> String? {
            keys.first { key in
                let permissions = key["permissions"]?.array ?? []
                return isMeant(
                    permissions.contains("transactional.send"),
                    key["ip_allow_list"]?.array?.isEmpty == false
                )
            }?["key"]?.string
        }
        let needs: [Need: String?] = [
            .campaign: campaign("active"), .paused: campaign("paused"), .archived: campaign("archived"),
            .notTransactional: campaign("active", transactional: false), .key: key { $0 && !$1 },
            .liquid: campaigns.first { $0["name"] == "points-statement" }?["id"]?.string,
            .keyWithoutPermission: key { !$0 && !$1 }, .keyFromElsewhere: key { $0 && $1 },
        ]
        return needs.compactMapValues { $0 }
    }
}
