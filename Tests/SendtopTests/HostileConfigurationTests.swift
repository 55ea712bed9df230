import SendtopSandbox
import Testing

@testable import sendtop

@Suite("A configuration file that somebody got wrong, or made to do harm")
struct HostileConfigurationTests {
    private func fault(_ text: String) -> String {
        do {
            let map = try YAMLMap(text: text, file: "config.yaml")
            try map.allow(OptionKey.allCases.map(\.rawValue) + ["profiles", "sandbox"])
            for key in OptionKey.allCases { _ = try map.string(key.rawValue) }
            for name in try map.map("profiles")?.keys ?? [] {
                if let profile = try map.map("profiles")?.map(name) { _ = try Profile(name: name, yaml: profile) }
            }
            if let sandbox = try map.map("sandbox") { _ = try SandboxConfiguration(yaml: sandbox) }
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test("a key that stands there twice")
    func duplicates() {
        #expect(
            fault("theme: dark\nlisten: '127.0.0.1:1'\ntheme: light\n")
                == "config.yaml:1:1: this is not YAML: there is more than one \"theme\" in this map."
        )
        #expect(
            fault("profiles:\n  staging:\n    endpoint: us-01\n    endpoint: us-02\n")
                == "config.yaml:3:5: this is not YAML: there is more than one \"endpoint\" in this map."
        )
    }

    @Test("tabs, NUL and bytes that no text has")
    func characters() {
        #expect(
            fault("sandbox:\n\tstrict: true\n")
                == "config.yaml:2:1: this is not YAML: found character that cannot start any token."
        )
        #expect(fault("theme: dark\nlisten: a\u{0}b\n").hasPrefix("config.yaml:2:10: this is not YAML: "))
        #expect(fault("theme: dark\nlog_file: \u{1B}[2J\n").hasPrefix("config.yaml:2:11: this is not YAML: "))
    }

    @Test(
        "a list, a map or a number where a text must stand",
        arguments: [
            ("listen: [1, 2]", "config.yaml:1:9: listen is a list; it must be text."),
            ("theme: {a: b}", "config.yaml:1:8: theme is a map; it must be text."),
            ("profiles: [a]", "config.yaml:1:11: profiles is a list; it must be a map of keys and values."),
            (
                "profiles: {staging: us-01}",
                "config.yaml:1:21: staging is \"us-01\"; it must be a map of keys and values."
            ),
            ("[theme]", "config.yaml:1:1: the file is a list; it must be a map of keys and values."),
            ("? {a: b}\n: c", "config.yaml:1:3: the key \"?\" is unknown; known here:"),
            ("sandbox: {users: 7}", "config.yaml:1:18: users is \"7\"; it must be a list."),
            ("sandbox:\n  strict: [yes]", "config.yaml:2:11: strict is a list; it must be true or false."),
        ]
    )
    func kinds(_ text: String, _ sentence: String) {
        #expect(fault(text).hasPrefix(sentence))
    }

    @Test("references that stand for billions of values, or for themselves")
    func references() {
        let levels = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }.joined(separator: ", ")
        let text = "sandbox:\n  users:\n    - external_id: u\n      attributes: {a0: &a0 [1, 2, 3], \(levels)}\n"
        #expect(fault(text) == "config.yaml:4:19: there are more than 100000 values in this map.")
        #expect(
            fault("sandbox: &s {users: [*s]}") == "config.yaml:1:22: this is not YAML: found undefined alias."
        )
        let keys = (1...40).map { "? &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)] : x" }.joined(separator: ", ")
        #expect(
            fault("{? &a0 [1] : x, \(keys)}")
                == "config.yaml:1:1: this is not YAML: its references are knotted; write out what they stand for."
        )
    }

    @Test("nesting that no person writes", arguments: ["[", "{a: ", "- ", "? "])
    func depth(_ opening: String) {
        #expect(
            fault("theme: \n " + String(repeating: opening, count: 200_000)).hasSuffix(
                "this is not YAML: values stand too deep in each other."
            )
        )
    }
}
