import Foundation

extension String {
    /// A path as people write it in files, with the home folder in place of its `~`, as a shell would have it.
    var expandingHome: String {
        guard hasPrefix("~") else { return self }
        let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
        if self == "~" || hasPrefix("~/"), !home.isEmpty { return home + dropFirst() }
        return (self as NSString).expandingTildeInPath
    }
}
