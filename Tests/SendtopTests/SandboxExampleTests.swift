import SendtopSandbox
import Testing

@testable import sendtop

@Suite("The example of the sandbox's configuration")
struct SandboxExampleTests {
    private func example() throws -> YAMLMap {
        let file = try YAMLMap(text: SandboxExample.yaml, file: "example")
        try file.allow(["sandbox"])
        return try #require(try file.map("sandbox"))
    }

    @Test("it says of every value what holds without it, and its lists are taken from the built-in ones")
    func builtIn() throws {
        var configuration = try SandboxConfiguration(yaml: example())
        let builtIn = SandboxConfiguration.builtIn
        #expect(configuration.keys.allSatisfy(builtIn.keys.contains))
        #expect(configuration.campaigns.allSatisfy(builtIn.campaigns.contains))
        #expect(configuration.users.allSatisfy(builtIn.users.contains))
        configuration.keys = builtIn.keys
        configuration.campaigns = builtIn.campaigns
        configuration.users = builtIn.users
        #expect(configuration == builtIn)
    }

    @Test("it has every key")
    func complete() {
        for key in SandboxConfiguration.keyNames {
            #expect(SandboxExample.yaml.contains("\n  \(key):") || SandboxExample.yaml.contains("\n  # \(key):"))
        }
    }

    @Test("its places are the ones that hold without it")
    func places() throws {
        let places = try SandboxPlaces(yaml: example(), environment: [:])
        #expect(places.listen == .sandbox)
        #expect(places.state == nil)
        #expect(places.postbackURLs == [try PostbackTarget(url: "http://127.0.0.1:7363/postback")])
    }
}
