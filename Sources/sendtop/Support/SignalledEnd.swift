import Foundation
import Synchronization

/// Kills a process group when a signal ends this program, which would leave the group behind.
struct SignalledEnd {
    private static let signals = [SIGTERM, SIGINT, SIGHUP]
    // What a handler of signals may read; 0 is none. No command runs more than two of the user's at a time.
    private static let first = Atomic<Int32>(0)
    private static let second = Atomic<Int32>(0)

    private let group: Int32
    /// The signals whose default was replaced.
    private let replaced: [Int32]

    /// Begins to watch; a signal that is handled or ignored already stays so, for then it does not end the program.
    init(killing group: Int32) {
        self.group = group
        if !SignalledEnd.replace(0, by: group, in: SignalledEnd.first) {
            _ = SignalledEnd.replace(0, by: group, in: SignalledEnd.second)
        }
        replaced = SignalledEnd.signals.filter(SignalledEnd.endsProgram)
        for number in replaced {
            signal(number) { SignalledEnd.strike($0) }
        }
    }

    /// Leaves the group alone from now on.
    func end() {
        _ = SignalledEnd.replace(group, by: 0, in: SignalledEnd.first)
        _ = SignalledEnd.replace(group, by: 0, in: SignalledEnd.second)
        // Curses looks whether anybody handles them.
        guard !SignalledEnd.isWatching else { return }
        for number in replaced { signal(number, SIG_DFL) }
    }

    private static var isWatching: Bool {
        first.load(ordering: .sequentiallyConsistent) > 0 || second.load(ordering: .sequentiallyConsistent) > 0
    }

    private static func replace(_ old: Int32, by new: Int32, in slot: borrowing Atomic<Int32>) -> Bool {
        slot.compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).exchanged
    }

    private static func endsProgram(_ number: Int32) -> Bool {
        var current = sigaction()
        return sigaction(number, nil, &current) == 0 && current.__sigaction_handler.sa_handler == nil
    }

    /// Runs as a handler of signals: nothing but the system's calls, then the signal's own end of the program.
    private static func strike(_ number: Int32) {
        let one = first.load(ordering: .sequentiallyConsistent)
        let other = second.load(ordering: .sequentiallyConsistent)
        if one > 0 { kill(-one, SIGKILL) }
        if other > 0 { kill(-other, SIGKILL) }
        signal(number, SIG_DFL)
        raise(number)
    }
}
