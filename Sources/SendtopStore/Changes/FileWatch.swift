// Dispatch's sources may be used from any thread; they only do not say so.
@preconcurrency public import Dispatch
import Foundation

/// Tells when one of some files or folders was written: by inotify, or each second where the system has no watch left to give,
/// since a user has a hundred or so for all programs.
public enum FileWatch {
    /// From one call to the next at least.
    private static let pause = DispatchTimeInterval.milliseconds(200)

    /// An active source that calls a closure on a queue; cancel it to end the watch.
    ///
    /// - Parameter kinds: inotify's events, such as `IN_MODIFY`.
    public static func source(
        _ files: [String],
        kinds: Int,
        queue: DispatchQueue,
        written: @escaping @Sendable () -> Void
    ) -> any DispatchSourceProtocol {
        let source: any DispatchSourceProtocol
        if let descriptor = descriptor(files, kinds: kinds) {
            let reading = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            source = reading
            source.setEventHandler {
                // The source is level-triggered: what is left unread would call again at once.
                var buffer = [UInt8](repeating: 0, count: 4_096)
                while read(descriptor, &buffer, buffer.count) > 0 {}
                written()
                // A ledger under load is written thousands of times a second.
                reading.suspend()
                queue.asyncAfter(deadline: .now() + pause) { reading.resume() }
            }
            source.setCancelHandler { close(descriptor) }
        } else {
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
            timer.setEventHandler(handler: written)
            source = timer
        }
        source.activate()
        return source
    }

    private static func descriptor(_ files: [String], kinds: Int) -> Int32? {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        for file in files where inotify_add_watch(descriptor, file, UInt32(kinds)) < 0 {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}
