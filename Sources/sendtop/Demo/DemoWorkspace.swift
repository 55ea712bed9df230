import Foundation

/// The temporary folder of a demo.
struct DemoWorkspace {
    private let folder: URL

    /// Makes the folder; only its owner can read it.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sendtop-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    var ledger: String {
        folder.appendingPathComponent("demo.sqlite").path
    }

    var state: String {
        folder.appendingPathComponent("sandbox.sqlite").path
    }

    var log: String {
        folder.appendingPathComponent("demo.log").path
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
