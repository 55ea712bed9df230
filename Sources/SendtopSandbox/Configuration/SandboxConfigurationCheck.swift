import SendtopCore

/// Goes through a configuration and gathers its faults.
struct SandboxConfigurationCheck {
    private(set) var faults: [SandboxConfigurationError.Fault] = []
    private var seen: [String: String] = [:]

    private mutating func fault(_ key: String, _ value: String, _ rule: SandboxConfigurationError.Rule) {
        faults.append(SandboxConfigurationError.Fault(key: key, value: value, rule: rule))
    }

    private mutating func required(_ key: String, _ value: String) {
        if value.isEmpty { fault(key, value, .required) }
    }

    /// Notes a value that may stand once among its kind.
    private mutating func unique(_ kind: String, _ key: String, _ value: String) {
        let name = "\(kind)\u{0}\(kind == "campaign" ? value.lowercased() : value)"
        if let first = seen[name] {
            fault(key, value, .repeated(firstAt: first))
        } else {
            seen[name] = key
        }
    }

    mutating func keys(_ keys: [SandboxConfiguration.Key]) {
        for (index, key) in keys.enumerated() {
            let place = "keys[\(index)]"
            required("\(place).key", key.key)
            unique("key", "\(place).key", key.key)
            for (number, range) in key.ipAllowList.enumerated() where IPRange(range) == nil {
                fault("\(place).ip_allow_list[\(number)]", range, .ipRange)
            }
        }
    }

    mutating func campaigns(_ campaigns: [SandboxConfiguration.Campaign]) {
        for (index, campaign) in campaigns.enumerated() {
            let place = "campaigns[\(index)]"
            if !CampaignID.isValid(campaign.id) { fault("\(place).id", campaign.id, .campaignIdentifier) }
            unique("campaign", "\(place).id", campaign.id)
            liquid("\(place).subject", campaign.subject)
            liquid("\(place).html", campaign.html)
            liquid("\(place).text", campaign.text)
        }
    }

    private mutating func liquid(_ key: String, _ value: String) {
        do {
            _ = try LiquidTemplate(value)
        } catch {
            fault(key, value, .liquid("\(error)"))
        }
    }

    mutating func users(_ users: [SandboxConfiguration.User]) {
        for (index, user) in users.enumerated() {
            let place = "users[\(index)]"
            if user.externalID == nil, user.aliases.isEmpty { fault("\(place).external_id", "", .required) }
            if let id = user.externalID {
                required("\(place).external_id", id)
                unique("user", "\(place).external_id", id)
            }
            headerField("\(place).email", user.email)
            headerField("\(place).first_name", user.firstName)
            headerField("\(place).last_name", user.lastName)
            for (number, alias) in user.aliases.enumerated() {
                required("\(place).aliases[\(number)].label", alias.label)
                required("\(place).aliases[\(number)].name", alias.name)
                unique("alias\u{0}\(alias.label)", "\(place).aliases[\(number)].name", alias.name)
                unique("label\u{0}\(index)", "\(place).aliases[\(number)].label", alias.label)
            }
        }
    }

    private mutating func headerField(_ key: String, _ value: String?) {
        let breaks = value?.unicodeScalars.contains { $0 == "\r" || $0 == "\n" } ?? false
        if breaks { fault(key, value ?? "", .noLineBreak) }
    }

    mutating func figures(of configuration: SandboxConfiguration) {
        let day = 86_400_000
        let latencies = configuration.latencies
        let steps = [
            ("enqueue", latencies.enqueue), ("execute", latencies.execute), ("send", latencies.send),
            ("process", latencies.process), ("deliver", latencies.deliver),
        ]
        for (name, latency) in steps {
            if latency.min < 0 { fault("latencies.\(name).min_ms", "\(latency.min)", .notNegative) }
            if latency.max < latency.min { fault("latencies.\(name).max_ms", "\(latency.max)", .least(latency.min)) }
            if latency.max > day { fault("latencies.\(name).max_ms", "\(latency.max)", .most(day)) }
        }
        let factors = [
            ("time_factor", configuration.timeFactor), ("deduplication_hours", configuration.deduplicationHours),
        ]
        for (name, value) in factors where !(value > 0 && value.isFinite) {
            fault(name, "\(value)", .positive)
        }
        let counts = [
            ("hourly_allotment", configuration.hourlyAllotment), ("rate_limit", configuration.rateLimit),
        ]
        for (name, value) in counts where value < 1 {
            fault(name, "\(value)", .positive)
        }
        if configuration.keptMessages < 0 { fault("kept_messages", "\(configuration.keptMessages)", .notNegative) }
    }
}
