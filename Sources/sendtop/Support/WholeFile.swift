import Foundation

/// Reads a file as a whole, also one that is a pipe, such as `/dev/stdin` and a shell's `<(…)`.
enum WholeFile {
    /// All that is in it.
    ///
    /// - Throws: an error of Foundation, for `FileFailure` to say.
    static func data(at path: String) throws -> Data {
        // Data(contentsOf:) takes nothing but regular files.
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        return try handle.readToEnd() ?? Data()
    }

    /// All that is in it, which must be UTF-8.
    ///
    /// - Throws: an error of Foundation, for `FileFailure` to say.
    static func text(at path: String) throws -> String {
        guard let text = String(validating: try data(at: path), as: UTF8.self) else {
            throw CocoaError(.fileReadInapplicableStringEncoding)
        }
        return text
    }
}
