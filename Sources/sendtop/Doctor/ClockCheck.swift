import Foundation
import SendtopCore

/// Whether the clock can be believed, as far as that can be known without a network; the ledger says more.
struct ClockCheck {
    /// When this was written; no clock that is right shows less.
    private static let past = Timestamp(milliseconds: 1_767_225_600_000)

    func findings() -> [Finding] {
        let now = Timestamp.now()
        guard now.milliseconds >= ClockCheck.past.milliseconds else {
            return [.fault(.clock, "The clock shows \(now.iso8601), which is past.", "Set it right.")]
        }
        return [.ok(.clock, "It shows \(now.iso8601).")]
    }
}
