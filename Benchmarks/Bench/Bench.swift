import ArgumentParser

/// What the benchmarks need besides `sendtop` itself.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sendtop-bench",
        abstract: "What the benchmarks need besides sendtop itself.",
        subcommands: [HelloCommand.self, FillCommand.self, RecordingCommand.self, ScreenBenchmark.self]
    )
}

struct HelloCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hello",
        abstract: "Answer every request with a constant, with the listener's HTTP library."
    )

    @Argument var port: Int

    func run() async throws {
        try await Hello.run(port: port)
    }
}

struct FillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Make a ledger of some number of sends, one delivered postback each."
    )

    @Argument var ledger: String
    @Argument var sends: Int

    func run() async throws {
        try await Fill.run(ledger, sends: sends)
    }
}

struct RecordingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recording",
        abstract: "Write some number of exported events to standard output."
    )

    @Argument var events: Int

    func run() {
        Recording.write(events: events)
    }
}
