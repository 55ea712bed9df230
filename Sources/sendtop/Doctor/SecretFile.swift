import Foundation

/// A file that holds a secret.
struct SecretFile {
    let path: String

    /// What is wrong with who may read it; `nil` when nothing is, or there is no file.
    var exposure: (sentence: String, advice: String)? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path.expandingHome)
        guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 else { return nil }
        return ("Others on this machine can read \(path).", "chmod 600 \(path)")
    }
}
