import Foundation

/// Says why a file could not be used, in a person's words.
enum FileFailure {
    /// The reason of a Foundation error, such as `no such file`, without a full stop.
    static func sentence(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?, .fileNoSuchFile?: "there is no such file"
        case .fileReadNoPermission?, .fileWriteNoPermission?: "permission denied"
        case .fileReadInapplicableStringEncoding?, .fileReadCorruptFile?: "it is not UTF-8 text"
        case .fileWriteOutOfSpace?: "the disk is full"
        default: (error as NSError).localizedDescription
        }
    }
}
