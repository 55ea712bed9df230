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
    }

    let baseURL: String
    let receiver: Receiver
    private let found: [Need: String]

    static let environment = ProcessInfo.processInfo.environment

    static var hearsPostbacks: Bool {
        variable("URL") == nil || variable("LISTEN") != nil
    }

    static func variable(_ name: String) -> String? {
        environment["SENDTOP_CONFORMANCE_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Runs one row.
    static func run(_ row: ConformanceRow) async throws {
        guard let url = variable("URL") else {
            return try await withSandbox(.unhurried) { sandbox in
                try await row.proof(ConformanceService(baseURL: sandbox.baseURL, receiver: sandbox.receiver))
            }
        }
        let receiver = Receiver()
        guard let port = variable("LISTEN").flatMap(Int.init) else {
            return try await row.proof(ConformanceService(baseURL: url, receiver: receiver))
        }
        try await withBound({ try await receiver.run(at: port, onBound: $0) }) { _ in
            try await row.proof(ConformanceService(baseURL: url, receiver: receiver))
        }
    }

    init(baseURL: String, receiver: Receiver) async throws {
        self.baseURL = baseURL
        self.receiver = receiver
        var found: [Need: String] = [:]
        let info = try await Harness(baseURL: baseURL, receiver: receiver).request("GET", "/sandbox/info", key: nil)
        if info.status == 200 { found = ConformanceService.needs(in: info.json) }
        for need in [
            Need.campaign, .paused, .archived, .notTransactional, .key, .keyWithoutPermission, .keyFromElsewhere,
        ] {
            if let text = ConformanceService.variable(need.rawValue) { found[need] = text }
        }
        self.found = found
    }

    /// A key or campaign that the row needs.
    func the(_ need: Need) throws -> String {
        try #require(found[need], "set SENDTOP_CONFORMANCE_\(need.rawValue)")
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
            .keyWithoutPermission: key { !$0 && !$1 }, .keyFromElsewhere: key { $0 && $1 },
        ]
        return needs.compactMapValues { $0 }
    }
}
