import NIOCore
import NIOPosix
import SendtopCore

/// A stamp for each event loop, so that none waits for another.
struct DateStamps: Sendable {
    private let stamps: [ObjectIdentifier: NIOLoopBoundBox<DateStamp>]
    private let now: @Sendable () -> Timestamp

    init(_ group: MultiThreadedEventLoopGroup, now: @escaping @Sendable () -> Timestamp) {
        self.now = now
        var stamps: [ObjectIdentifier: NIOLoopBoundBox<DateStamp>] = [:]
        for eventLoop in group.makeIterator() {
            let stamp = DateStamp(now: now)
            stamps[ObjectIdentifier(eventLoop)] = .makeBoxSendingValue(stamp, eventLoop: eventLoop)
        }
        self.stamps = stamps
    }

    /// The stamp of an event loop, on which this is called.
    func stamp(of eventLoop: any EventLoop) -> DateStamp {
        stamps[ObjectIdentifier(eventLoop)]?.value ?? DateStamp(now: now)
    }
}
