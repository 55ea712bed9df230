import SendtopCore
import SendtopSandbox
import Testing

@Suite("The configuration is checked")
struct ConfigurationTests {
    private func faults(_ change: (inout SandboxConfiguration) -> Void) -> [String] {
        var configuration = SandboxConfiguration.builtIn
        change(&configuration)
        do {
            try configuration.check()
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test("the built-in one is right, and has what it promises")
    func builtIn() {
        let configuration = SandboxConfiguration.builtIn
        #expect(faults { _ in } == [])
        #expect(configuration.campaigns.filter { $0.state == .active && $0.transactional }.count == 3)
        #expect(configuration.campaigns.filter { $0.state == .paused }.count == 1)
        #expect(configuration.campaigns.filter { $0.state == .archived }.count == 1)
        #expect(configuration.campaigns.filter { !$0.transactional }.count == 1)
        #expect(configuration.users.count >= 12)
        #expect(configuration.keys.first?.permissions == ["transactional.send"])
    }

    @Test("each fault names key, value and rule")
    func sentences() {
        let id = "417220e4-5a2a-b634-7f7d-9ec891532368"
        #expect(faults { $0.keys[1].key = "" } == ["keys[1].key is empty; it must be given."])
        #expect(
            faults { $0.keys[1].key = "sandbox-key" }
                == [#"keys[1].key is "sandbox-key", and so is keys[0].key; each may stand once."#]
        )
        #expect(
            faults { $0.keys[0].ipAllowList = ["192.0.2.1", "192.0.2.0/33"] } == [
                #"keys[0].ip_allow_list[1] is "192.0.2.0/33"; it must be an IP address, or a network such as 192.0.2.0/24."#
            ]
        )
        #expect(
            faults { $0.campaigns[1].id = "reset" } == [
                #"campaigns[1].id is "reset"; it must be a campaign API identifier such as \#(id)."#
            ]
        )
        #expect(
            faults { $0.campaigns[1].id = id.uppercased() } == [
                #"campaigns[1].id is "\#(id.uppercased())", and so is campaigns[0].id; each may stand once."#
            ]
        )
        #expect(
            faults { $0.campaigns[0].html = "<p>\n{{ first_name }}" } == [
                "campaigns[0].html is no Liquid that the sandbox reads: "
                    + "line 2, column 4: the variable 'first_name' is unknown."
            ]
        )
        #expect(
            faults { $0.users[0].email = "a@b\r\nBcc: c@d" }
                == ["users[0].email holds a line break; it would end up in a mail header, where none is allowed."]
        )
        #expect(
            faults { $0.users[1].aliases = $0.users[0].aliases }
                == [
                    #"users[1].aliases[0].name is "ada-1815", and so is users[0].aliases[0].name; each may stand once."#
                ]
        )
        #expect(
            faults { $0.users = [.init(externalID: nil, email: "a@example.com")] }
                == ["users[0].external_id is empty; it must be given."]
        )
    }

    @Test("figures have their bounds")
    func figures() {
        #expect(faults { $0.timeFactor = 0 } == ["time_factor is 0.0; it must be more than 0."])
        #expect(faults { $0.timeFactor = .infinity } == ["time_factor is inf; it must be more than 0."])
        #expect(faults { $0.rateLimit = 0 } == ["rate_limit is 0; it must be more than 0."])
        #expect(faults { $0.hourlyAllotment = -1 } == ["hourly_allotment is -1; it must be more than 0."])
        #expect(faults { $0.keptMessages = -1 } == ["kept_messages is -1; it must not be less than 0."])
        #expect(
            faults { $0.latencies.send = .init(min: 9, max: 8) }
                == ["latencies.send.max_ms is 8; it must not be less than the min_ms beside it, 9."]
        )
        #expect(
            faults { $0.latencies.deliver = .init(min: -1, max: 90_000_000) } == [
                "latencies.deliver.min_ms is -1; it must not be less than 0.",
                "latencies.deliver.max_ms is 90000000; it must not be more than 86400000.",
            ]
        )
    }
}
