import NIOCore
import Synchronization

/// One open connection, as the register knows it.
final class Connection: Sendable {
    let channel: any Channel
    let key: ClientKey?
    private let requests = Atomic<Int>(0)
    private let lastUseNanoseconds: Atomic<UInt64>
    private let placeInRegister = Atomic<Int>(-1)

    init(channel: any Channel, key: ClientKey?) {
        self.channel = channel
        self.key = key
        lastUseNanoseconds = Atomic(NIODeadline.now().uptimeNanoseconds)
    }

    /// Whether a request has come whole and waits for its answer.
    var isBusy: Bool {
        requests.load(ordering: .relaxed) > 0
    }

    /// When it last brought a postback, or was opened.
    var lastUse: UInt64 {
        lastUseNanoseconds.load(ordering: .relaxed)
    }

    /// Where it stands in the register; used under the register's lock alone.
    var place: Int? {
        get {
            let place = placeInRegister.load(ordering: .relaxed)
            return place < 0 ? nil : place
        }
        set { placeInRegister.store(newValue ?? -1, ordering: .relaxed) }
    }

    func beginRequest() {
        requests.wrappingAdd(1, ordering: .relaxed)
    }

    /// - Parameter moment: when, if the request was of use.
    func endRequest(at moment: NIODeadline?) {
        requests.wrappingSubtract(1, ordering: .relaxed)
        if let moment { lastUseNanoseconds.store(moment.uptimeNanoseconds, ordering: .relaxed) }
    }
}
