import Foundation

/// What the benchmarks need besides `sendtop` itself: `hello PORT`, `fill LEDGER SENDS`, `recording EVENTS`.
@main
struct Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.dropFirst().first, arguments.dropFirst(2).first.flatMap { Int($0) }) {
        case ("hello", let port?, _): try await Hello.run(port: Int(port) ?? 0)
        case ("fill", let ledger?, let sends?): try await Fill.run(ledger, sends: sends)
        case ("recording", let events?, _): Recording.write(events: Int(events) ?? 0)
        default:
            FileHandle.standardError.write(
                Data("usage: sendtop-bench hello PORT | fill LEDGER SENDS | recording EVENTS\n".utf8)
            )
            exit(64)
        }
    }
}
