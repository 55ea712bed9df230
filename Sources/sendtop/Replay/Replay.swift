import Foundation
import SendtopCore

/// Feeds a recording to a target, in order, in constant memory.
struct Replay {
    /// Events that are handed on together when nothing has to be waited for.
    private static let batch = 2_000
    /// Bytes of bodies after which they are handed on as well.
    private static let batchBytes = 4 << 20
    /// An event that is due sooner than this is handed on with the others.
    private static let tick = Duration.milliseconds(10)

    /// What came of it.
    struct Outcome {
        var events = 0
        var skipped = 0
    }

    /// The recording's name, as errors give it.
    let name: String
    /// Bytes of the recording; `nil` when only its end will tell.
    let size: Int?
    let target: any ReplayTarget
    let meter: ProgressMeter

    /// - Throws: `CommandFailure` with exit code 2, file and line for a line that is no event; what came before it
    ///   has been handed on.
    func run(_ handle: FileHandle, speed: Double?) async throws -> Outcome {
        var reader = LineReader(handle)
        var pace = ReplayPace(speed: speed)
        var outcome = Outcome()
        var waiting: [Event] = []
        var bytes = 0
        while let line = try next(&reader) {
            guard !line.allSatisfy({ $0 == UInt8(ascii: " ") }) else { continue }
            let events: [Event]
            do {
                events = try RecordedEvent.events(line, now: .now())
            } catch {
                try await flush(&waiting, &outcome)
                throw CommandFailure(.badInput, "\(name):\(reader.number): \(error).")
            }
            if let at = events.first?.at {
                let pause = pace.pause(before: at, now: .now)
                if pause > Replay.tick {
                    try await flush(&waiting, &outcome)
                    try await Task.sleep(for: pause)
                }
            }
            waiting += events
            bytes += line.count
            if waiting.count >= Replay.batch || bytes >= Replay.batchBytes {
                try await flush(&waiting, &outcome)
                bytes = 0
            }
            meter.show(share: size.map { Double(reader.consumed) / Double(max(1, $0)) }, count: outcome.events)
        }
        try await flush(&waiting, &outcome)
        return outcome
    }

    private func next(_ reader: inout LineReader) throws -> [UInt8]? {
        do {
            return try reader.next()
        } catch is LineReader.TooLong {
            throw CommandFailure(.badInput, "\(name):\(reader.number + 1): the line is longer than any event.")
        } catch {
            throw CommandFailure(.badInput, "\(name) cannot be read: \(FileFailure.sentence(error)).")
        }
    }

    private func flush(_ waiting: inout [Event], _ outcome: inout Outcome) async throws {
        guard !waiting.isEmpty else { return }
        let skipped = try await target.take(waiting)
        outcome.skipped += skipped
        outcome.events += waiting.count - skipped
        waiting.removeAll(keepingCapacity: true)
    }
}
