import SendtopCore
import SendtopSandbox

extension SandboxConfiguration {
    /// The keys under `sandbox:`.
    static let keyNames = [
        "keys", "campaigns", "users", "latencies", "seed", "time_factor", "hourly_allotment", "rate_limit",
        "deduplication_hours", "always_refuse_duplicates", "strict", "kept_messages", "state", "postback_urls",
        "listen",
    ]

    /// Reads the map under `sandbox:`; what it does not name is as in the built-in configuration.
    init(yaml map: YAMLMap) throws(ConfigurationFault) {
        self = .builtIn
        try map.allow(SandboxConfiguration.keyNames)
        if let keys = try map.maps("keys") { self.keys = try keys.mapFaulting(Key.init(yaml:)) }
        if let campaigns = try map.maps("campaigns") {
            self.campaigns = try campaigns.mapFaulting(Campaign.init(yaml:))
        }
        if let users = try map.maps("users") { self.users = try users.mapFaulting(User.init(yaml:)) }
        if let latencies = try map.map("latencies") { try self.latencies.take(latencies) }
        if let seed = try map.int("seed", in: 0...Int.max) { self.seed = UInt64(seed) }
        if let factor = try map.double("time_factor", in: 0.000_001...1_000) { timeFactor = factor }
        if let count = try map.int("hourly_allotment", in: 0...Int.max) { hourlyAllotment = count }
        if let count = try map.int("rate_limit", in: 1...Int.max) { rateLimit = count }
        if let hours = try map.double("deduplication_hours", in: 0...1_000_000) { deduplicationHours = hours }
        if let always = try map.bool("always_refuse_duplicates") { alwaysRefuseDuplicates = always }
        if let strict = try map.bool("strict") { self.strict = strict }
        if let count = try map.int("kept_messages", in: 0...1_000_000) { keptMessages = count }
        do {
            try check()
        } catch {
            guard let fault = error.faults.first else { return }
            throw map.fault(at: fault.key, "\(fault)")
        }
    }
}

extension SandboxConfiguration.Key {
    fileprivate init(yaml map: YAMLMap) throws(ConfigurationFault) {
        try map.allow(["key", "permissions", "ip_allow_list"])
        self.init(key: try map.string("key") ?? "")
        if let permissions = try map.strings("permissions") { self.permissions = permissions }
        if let list = try map.strings("ip_allow_list") { ipAllowList = list }
    }
}

extension SandboxConfiguration.Campaign {
    fileprivate init(yaml map: YAMLMap) throws(ConfigurationFault) {
        try map.allow(["id", "name", "state", "transactional", "subject", "html", "text"])
        self.init(
            id: try map.string("id") ?? "",
            name: try map.string("name") ?? "",
            transactional: try map.bool("transactional") ?? true,
            subject: try map.string("subject") ?? "",
            html: try map.string("html") ?? "",
            text: try map.string("text") ?? ""
        )
        if let text = try map.string("state") {
            guard let state = State(rawValue: text) else {
                throw map.bad("state", expected: "active, paused or archived")
            }
            self.state = state
        }
    }
}

extension SandboxConfiguration.User {
    fileprivate init(yaml map: YAMLMap) throws(ConfigurationFault) {
        try map.allow(["external_id", "email", "first_name", "last_name", "aliases", "attributes"])
        self.init(
            externalID: try map.string("external_id"),
            email: try map.string("email"),
            firstName: try map.string("first_name"),
            lastName: try map.string("last_name")
        )
        if let aliases = try map.maps("aliases") {
            self.aliases = try aliases.mapFaulting { (alias) throws(ConfigurationFault) in
                try alias.allow(["label", "name"])
                return SandboxConfiguration.Alias(
                    label: try alias.string("label") ?? "",
                    name: try alias.string("name") ?? ""
                )
            }
        }
        if let attributes = try map.map("attributes") { self.attributes = try attributes.json() }
    }
}

extension SandboxConfiguration.Latencies {
    fileprivate mutating func take(_ map: YAMLMap) throws(ConfigurationFault) {
        try map.allow(["enqueue", "execute", "send", "process", "deliver"])
        try take(map, "enqueue", &enqueue)
        try take(map, "execute", &execute)
        try take(map, "send", &send)
        try take(map, "process", &process)
        try take(map, "deliver", &deliver)
    }

    private func take(
        _ map: YAMLMap,
        _ key: String,
        _ latency: inout SandboxConfiguration.Latency
    ) throws(ConfigurationFault) {
        guard let step = try map.map(key) else { return }
        try step.allow(["min_ms", "max_ms"])
        let range = 0...86_400_000
        latency.min = try step.int("min_ms", in: range) ?? latency.min
        latency.max = try step.int("max_ms", in: range) ?? max(latency.min, latency.max)
    }
}
