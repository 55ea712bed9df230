import NIOCore
import NIOPosix

/// Something of its own for each event loop of a group, so that none waits for another.
struct PerEventLoop<Value: Sendable>: Sendable {
    private let values: [ObjectIdentifier: Value]
    private let make: @Sendable (any EventLoop) -> Value

    init(_ group: MultiThreadedEventLoopGroup, _ make: @escaping @Sendable (any EventLoop) -> Value) {
        let values = group.makeIterator().map { (ObjectIdentifier($0), make($0)) }
        self.values = Dictionary(uniqueKeysWithValues: values)
        self.make = make
    }

    subscript(eventLoop: any EventLoop) -> Value {
        values[ObjectIdentifier(eventLoop)] ?? make(eventLoop)
    }
}
