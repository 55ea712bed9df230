import Foundation
import SendtopCore
import Synchronization

/// A progress bar on standard error with rate and time left: redrawn on a terminal, else a line every ten seconds.
final class ProgressMeter: Sendable {
    private struct State {
        var shownAt: ContinuousClock.Instant?
        var isDrawn = false
    }

    private static let width = 24
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let state = Mutex(State())
    /// What is counted, such as `events`; `nil` when only the share is known.
    private let unit: String?

    init(unit: String?) {
        self.unit = unit
    }

    /// Shows how far it is, unless it did a moment ago.
    ///
    /// - Parameters:
    ///   - share: from 0 to 1; `nil` when the end is not known.
    ///   - count: how many are done.
    func show(share: Double?, count: Int = 0) {
        let now = ContinuousClock.now
        let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(10)
        let isDue = state.withLock { state in
            guard (state.shownAt ?? start).duration(to: now) >= pause else { return false }
            state.shownAt = now
            state.isDrawn = true
            return true
        }
        guard isDue else { return }
        let seconds =
            Double(start.duration(to: now).components.seconds)
            + Double(start.duration(to: now).components.attoseconds) / 1e18
        put(ProgressMeter.line(share: share, count: count, unit: unit, seconds: seconds))
    }

    /// Leaves the bar as it is, and goes to the next line.
    func end() {
        if state.withLock(\.isDrawn), isTerminal { write("\n") }
    }

    private func put(_ line: String) {
        guard isTerminal else { return Console.printError(line) }
        write("\r\(line)\u{1B}[K")
    }

    /// A terminal that is gone must not stop the work.
    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// One line: the bar, the share, the count, the rate and the time that is left.
    static func line(share: Double?, count: Int, unit: String?, seconds: Double) -> String {
        var parts: [String] = []
        if let share {
            let done = Int((min(1, max(0, share)) * Double(width)).rounded())
            parts.append("[\(String(repeating: "#", count: done))\(String(repeating: ".", count: width - done))]")
            parts.append("\(Int(share * 100))%")
        }
        if let unit {
            parts.append("\(count) \(unit)")
            if seconds > 0 { parts.append("\(Int(Double(count) / seconds))/s") }
        }
        if let share, share > 0.001, share < 1, seconds > 0 {
            let left = Int((seconds / share * (1 - share)).rounded(.up))
            parts.append(left < 60 ? "\(left)s left" : "\(left / 60)m\(left % 60)s left")
        }
        return parts.joined(separator: "  ")
    }
}
