import Foundation
import SendtopCore

extension Timestamp {
    /// The present, by this machine's clock.
    static var now: Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}
