import NIOCore
import NIOPosix

/// The way back to each event loop of a group.
struct Homecomings: Sendable {
    private let all: [ObjectIdentifier: Homecoming]

    init(_ group: MultiThreadedEventLoopGroup) {
        let all = group.makeIterator().map { (ObjectIdentifier($0), Homecoming(to: $0)) }
        self.all = Dictionary(uniqueKeysWithValues: all)
    }

    func homecoming(to eventLoop: any EventLoop) -> Homecoming {
        all[ObjectIdentifier(eventLoop)] ?? Homecoming(to: eventLoop)
    }
}
