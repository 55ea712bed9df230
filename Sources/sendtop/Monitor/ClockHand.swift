import Dispatch
import SendtopCore
import SendtopUI

/// Wakes the screen when a second, ten of them or a minute of the clock begin.
///
/// A timer on the main queue, where the loop runs: a task that sleeps would cost three threads' wake-ups a beat.
@MainActor
final class ClockHand {
    private let timer: any DispatchSourceTimer
    /// The beat that the timer is set for; `nil` after it fired.
    private var beat: ClockBeat?

    init(mailbox: Mailbox) {
        timer = DispatchSource.makeTimerSource(queue: .main)
        timer.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.beat = nil }
            mailbox.post(.clock)
        }
        timer.activate()
    }

    /// Sees to it that the timer is set for the next beat of that length.
    func keep(_ beat: ClockBeat) {
        guard self.beat != beat else { return }
        self.beat = beat
        let length = beat.rawValue
        let rest = length - Timestamp.now().milliseconds % length
        timer.schedule(wallDeadline: .now() + .milliseconds(Int(rest)), leeway: .milliseconds(5))
    }

    func stop() {
        timer.cancel()
    }
}
