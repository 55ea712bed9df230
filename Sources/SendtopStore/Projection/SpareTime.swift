import CStore
import Foundation
import Synchronization

/// Does work while nobody else wants the processors, so that it takes nothing from those who are in a hurry.
///
/// Processors may never be free: after a moment, the work goes on as all other does.
enum SpareTime {
    private static let patience = DispatchTimeInterval.milliseconds(250)

    /// Whether a thread that has stepped back may come forward again, which the system allows to some: to root, to who has
    /// `CAP_SYS_NICE`, and to services with a limit for it (`LimitNICE` of systemd).
    static let isAllowed = Trial().succeeds

    /// Does work on this thread, in spare time where that is allowed.
    static func run<Value>(_ work: () throws -> Value) rethrows -> Value {
        guard isAllowed, policy(of: pthread_self()) == SCHED_OTHER else { return try work() }
        let turn = Turn()
        let alarm = DispatchWorkItem { turn.end() }
        DispatchQueue.global(qos: .userInitiated).asyncAfter(deadline: .now() + patience, execute: alarm)
        defer {
            alarm.cancel()
            turn.end()
        }
        return try work()
    }

    static func policy(of thread: pthread_t) -> Int32? {
        var policy: Int32 = 0
        var parameters = sched_param()
        return pthread_getschedparam(thread, &policy, &parameters) == 0 ? policy : nil
    }

    @discardableResult
    private static func set(_ policy: Int32, of thread: pthread_t) -> Bool {
        var parameters = sched_param()
        return pthread_setschedparam(thread, policy, &parameters) == 0
    }

    /// The time in which a thread works in spare time; it ends once, on whatever thread.
    private final class Turn: Sendable {
        private let thread = pthread_self()
        private let isOver = Mutex(false)

        init() {
            set(sendtop_sched_idle, of: thread)
        }

        func end() {
            isOver.withLock { isOver in
                if !isOver { set(SCHED_OTHER, of: thread) }
                isOver = true
            }
        }
    }

    /// Steps back and forward on a thread that nobody needs, should it have to stay back.
    private final class Trial: Sendable {
        private let outcome = Mutex(false)

        var succeeds: Bool {
            outcome.withLock { $0 }
        }

        init() {
            let end = DispatchSemaphore(value: 0)
            Thread.detachNewThread { [self] in
                let thread = pthread_self()
                let succeeds = set(sendtop_sched_idle, of: thread) && set(SCHED_OTHER, of: thread)
                outcome.withLock { $0 = succeeds }
                end.signal()
            }
            end.wait()
        }
    }
}
