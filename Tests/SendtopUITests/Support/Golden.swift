import Foundation
import Testing

/// Screens that were looked at and found right, as text files.
enum Golden {
    /// Compares a text with a file. A file that is missing is written, and fails the test all the same.
    ///
    /// With `SENDTOP_RECORD=1` in the environment every file is written anew.
    static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Goldens")
        let file = folder.appending(path: "\(name).txt")
        let isRecording = ProcessInfo.processInfo.environment["SENDTOP_RECORD"] == "1"
        guard !isRecording, let stored = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("\(text)\n".utf8).write(to: file)
            if !isRecording {
                Issue.record("\(name).txt was missing; look at the one just written.", sourceLocation: sourceLocation)
            }
            return
        }
        #expect(stored == "\(text)\n", "The screen differs from \(name).txt.", sourceLocation: sourceLocation)
    }
}
