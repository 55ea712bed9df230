import Foundation

/// Runs libFuzzer on one target: `sendtop-fuzz TARGET [OPTIONS OF LIBFUZZER] [CORPUS…]`; without any, lists them.
@main
enum Fuzz {
    /// Set once, before libFuzzer runs, and then only read.
    nonisolated(unsafe) private static var target: FuzzTarget = { _ in }

    static func main() {
        let words = CommandLine.arguments
        guard words.count > 1, let chosen = FuzzTargets.all.first(where: { $0.name == words[1] }) else {
            for (name, _) in FuzzTargets.all { print(name) }
            exit(words.count > 1 ? 64 : 0)
        }
        target = chosen.target
        var arguments: [UnsafeMutablePointer<CChar>?] = ([words[0]] + words.dropFirst(2)).map { strdup($0) } + [nil]
        var count = CInt(arguments.count - 1)
        let status = arguments.withUnsafeMutableBufferPointer { buffer in
            guard var first = buffer.baseAddress else { return CInt(1) }
            return runFuzzer(&count, &first) { bytes, count in
                Fuzz.target(Array(UnsafeBufferPointer(start: bytes, count: count)))
                return 0
            }
        }
        exit(status)
    }
}

private typealias FuzzCallback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// libFuzzer itself, which `scripts/fuzz` links in.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: FuzzCallback
) -> CInt
