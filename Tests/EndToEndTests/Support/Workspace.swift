import Foundation

/// A folder of a test's own, with a home folder in it; gone when the test ends.
final class Workspace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sendtop-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    /// Writes the configuration file, or another one beside it.
    func configure(_ yaml: String, file: String = "config.yaml") throws {
        let folder = path(".config/sendtop")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try yaml.write(toFile: folder + "/" + file, atomically: true, encoding: .utf8)
    }

    /// Chooses a profile whose service is a stub on a port.
    ///
    /// - Parameter more: of the profile, four blanks before each line.
    func configure(stub port: Int, _ more: String = "") throws {
        try configure(
            """
            profile: stub
            profiles:
              stub:
                endpoint: http://127.0.0.1:\(port)
                timeout: 2s
            \(more)
            """
        )
    }

    /// What every file of the folder holds, bytes that are no UTF-8 replaced.
    func contents() throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.compactMap { FileManager.default.contents(atPath: path($0)) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The environment of a person who has never run the program.
    var environment: [String: String] {
        [
            "HOME": folder.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "LANG": "C.UTF-8", "TERM": "xterm-256color",
        ]
    }
}
