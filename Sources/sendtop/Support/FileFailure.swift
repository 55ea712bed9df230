import Foundation

/// Says why a file could not be used, in a person's words.
enum FileFailure {
    /// The reason of a Foundation error, such as `there is no such file`, without a full stop.
    static func sentence(_ error: any Error) -> String {
        reason(error, missing: "there is no such file")
    }

    /// The reason why a file could not be made or written: what is not there then is its folder.
    static func writingSentence(_ error: any Error) -> String {
        reason(error, missing: "its folder is not there")
    }

    private static func reason(_ error: any Error, missing: String) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadInapplicableStringEncoding?, .fileReadCorruptFile?: return "it is not UTF-8 text"
        case .fileReadNoPermission?, .fileWriteNoPermission?: return "permission denied"
        case .fileReadNoSuchFile?, .fileNoSuchFile?: return missing
        case .fileWriteOutOfSpace?: return "the disk is full"
        default: break
        }
        switch number(of: error) {
        case ENOENT?: return missing
        case EACCES?, EPERM?: return "permission denied"
        case EISDIR?: return "it is a folder"
        case ENOSPC?: return "the disk is full"
        case let number?: return String(cString: strerror(number))
        case nil: return (error as NSError).localizedDescription
        }
    }

    /// The system's number behind an error.
    private static func number(of error: any Error) -> Int32? {
        if let error = error as? POSIXError { return error.code.rawValue }
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(clamping: error.code) }
        return (error.userInfo[NSUnderlyingErrorKey] as? any Error).flatMap(number)
    }
}
