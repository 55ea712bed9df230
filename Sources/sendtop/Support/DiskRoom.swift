import Foundation

/// How much room a disk has.
enum DiskRoom {
    /// The folder of a file or, before there is one, the nearest that is there.
    static func folder(of path: String) -> String {
        var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
            folder.deleteLastPathComponent()
        }
        return folder.path
    }

    /// Bytes that this user may still write there; `nil`, with the system's number in `errno`, when that is not known.
    static func bytes(at folder: String) -> Int64? {
        var facts = statvfs()
        guard statvfs(folder, &facts) == 0 else { return nil }
        return Int64(clamping: UInt64(facts.f_bavail) &* UInt64(facts.f_frsize))
    }
}
