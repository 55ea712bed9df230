import Foundation
import Testing

@testable import sendtop

@Suite("a command that prints a secret")
struct SecretCommandTests {
    private let minute = TimeSpan(milliseconds: 60_000)

    private func reason(_ command: String, within limit: TimeSpan?) -> String? {
        #expect(throws: SecretSource.Failure.self) { try SecretCommand(command).output(within: limit) }?.reason
    }

    @Test("what it prints is the secret")
    func output() throws {
        #expect(try SecretCommand("printf 'a\\nb'").output(within: minute) == "a\nb")
        #expect(try SecretCommand("head -c 300000 /dev/zero").output(within: nil).utf8.count == 300_000)
        #expect(reason("exit 3", within: minute) == "the command ended with status 3")
    }

    @Test(
        "one that does not end is killed, with what it started",
        arguments: ["exec sleep 1000", "sleep 1000", "sleep 1000 & echo x", "exec >&-; sleep 1000"]
    )
    func endless(command: String) {
        let start = ContinuousClock.now
        #expect(reason(command, within: TimeSpan(milliseconds: 100)) == "the command did not end within 100ms")
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test("one that nobody waits for any more is killed")
    func cancelled() async {
        let task = Task { reason("sleep 1000", within: nil) }
        task.cancel()
        #expect(await task.value == "the command was stopped")
    }
}
