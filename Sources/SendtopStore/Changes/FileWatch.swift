// Dispatch's sources may be used from any thread; they only do not say so.
@preconcurrency public import Dispatch
import Foundation

/// Tells when one of some files or folders was written: by inotify, or each second where the system has no watch left
/// to give, since a user has a hundred or so for all programs.
public enum FileWatch {
    /// From one call to the next at least.
    private static let pause = DispatchTimeInterval.milliseconds(200)

    /// An active source that calls a closure on a queue; cancel it to end the watch.
    ///
    /// - Parameters:
    ///   - kinds: inotify's events, such as `IN_MODIFY`.
    ///   - restEnd: the moment before which nobody wants to be told.
    public static func source(
        _ files: [String],
        kinds: Int,
        queue: DispatchQueue,
        restEnd: @escaping @Sendable () -> DispatchTime = { .now() },
        written: @escaping @Sendable () -> Void
    ) -> any DispatchSourceProtocol {
        if let descriptor = descriptor(files, kinds: kinds) {
            return source(
                descriptor,
                queue: queue,
                arm: { arm(descriptor, files, kinds: kinds) },
                restEnd: restEnd,
                written: written
            )
        }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
        timer.setEventHandler(handler: written)
        timer.activate()
        return timer
    }

    private static func source(
        _ descriptor: Int32,
        queue: DispatchQueue,
        arm: @escaping @Sendable () -> Bool,
        restEnd: @escaping @Sendable () -> DispatchTime,
        written: @escaping @Sendable () -> Void
    ) -> any DispatchSourceProtocol {
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            // The source is level-triggered: what is left unread would call again at once.
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            written()
            source.suspend()
            resume(at: .now() + pause)
        }
        // A ledger under load is written thousands of times a second, and who writes would pay for every one who is
        // told: each watch tells of one write, and is set anew after the pause; what came in between is in the second
        // call.
        @Sendable func resume(at moment: DispatchTime) {
            queue.asyncAfter(deadline: moment) {
                guard !source.isCancelled else { return source.resume() }
                let restEnd = restEnd()
                guard restEnd <= .now() else { return resume(at: restEnd) }
                let isArmed = arm()
                written()
                if isArmed { source.resume() } else { resume(at: .now() + .seconds(1)) }
            }
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
        return source
    }

    private static func descriptor(_ files: [String], kinds: Int) -> Int32? {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        if arm(descriptor, files, kinds: kinds) { return descriptor }
        close(descriptor)
        return nil
    }

    /// Watches each file for one event.
    private static func arm(_ descriptor: Int32, _ files: [String], kinds: Int) -> Bool {
        files.allSatisfy { inotify_add_watch(descriptor, $0, UInt32(kinds) | UInt32(IN_ONESHOT)) >= 0 }
    }
}
