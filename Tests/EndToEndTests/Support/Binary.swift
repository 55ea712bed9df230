import Foundation

/// The program under test, beside the test bundle.
enum Binary {
    static var path: String {
        get throws {
            let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
            let candidates = [bundle, Bundle.main.bundleURL].map { $0.appendingPathComponent("sendtop").path }
            guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
                throw MissingBinary(looked: candidates)
            }
            return found
        }
    }

    struct MissingBinary: Error {
        let looked: [String]
    }
}
