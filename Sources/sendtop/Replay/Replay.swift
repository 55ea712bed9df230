import Foundation
import SendtopCore
import SendtopStore

/// Feeds a recording to a target, in order, in constant memory.
struct Replay {
    /// Lines that are handed on together when nothing has to be waited for.
    private static let batch = 2_000
    /// Bytes of bodies after which they are handed on as well.
    private static let batchBytes = 4 << 20
    /// An event that is due sooner than this is handed on with the others.
    private static let tick = Duration.milliseconds(10)

    /// The recording's name, as errors give it.
    let name: String
    /// Bytes of the recording; `nil` when only its end will tell.
    let size: Int?
    /// The line to begin with, from 1.
    let firstLine: Int
    /// How many times faster than recorded; `nil` is as fast as possible.
    let speed: Double?
    let target: any ReplayTarget
    let meter: ProgressMeter

    /// - Throws: `CommandFailure` that says how far it came; of a line that is no event, with exit code 2, file and
    ///   line. What came before it has been handed on.
    func run(_ descriptor: Int32) async throws -> ReplayOutcome {
        var outcome = ReplayOutcome()
        defer { meter.end() }
        do {
            try await feed(descriptor, &outcome)
            return outcome
        } catch {
            let failure = failure(error)
            throw CommandFailure(failure.code, "\(failure.sentence) \(outcome.earlySentence)")
        }
    }

    private func failure(_ error: any Error) -> CommandFailure {
        switch error {
        case let failure as CommandFailure: failure
        case let error as LedgerError: CommandFailure(error)
        case is CancellationError: CommandFailure(.notDone, "The replay was ended before the end of \(name).")
        default: CommandFailure(.notDone, "\(error)")
        }
    }

    private func feed(_ descriptor: Int32, _ outcome: inout ReplayOutcome) async throws {
        var reader = LineReader(descriptor)
        var pace = ReplayPace(speed: speed)
        var waiting: [RecordedLine] = []
        var bytes = 0
        while let text = try await next(&reader, &waiting, &outcome) {
            try Task.checkCancellation()
            guard reader.number >= firstLine, !Replay.isBlank(text) else { continue }
            let line: RecordedLine
            do {
                line = RecordedLine(number: reader.number, events: try RecordedEvent.events(text, now: .now()))
            } catch {
                try await flush(&waiting, &outcome)
                let column = error.column.map { ":\($0)" } ?? ""
                throw CommandFailure(.badInput, "\(name):\(reader.number)\(column): \(error).")
            }
            if let at = line.events.first?.at {
                let pause = pace.pause(before: at, now: .now)
                if pause > Replay.tick {
                    try await flush(&waiting, &outcome)
                    try await Task.sleep(for: pause)
                }
            }
            if waiting.isEmpty { bytes = 0 }
            waiting.append(line)
            bytes += text.count
            if waiting.count >= Replay.batch || bytes >= Replay.batchBytes { try await flush(&waiting, &outcome) }
            meter.show(share: size.map { Double(reader.consumed) / Double(max(1, $0)) }, count: outcome.events)
        }
        try await flush(&waiting, &outcome)
    }

    private static func isBlank(_ line: [UInt8]) -> Bool {
        line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }

    private func next(
        _ reader: inout LineReader,
        _ waiting: inout [RecordedLine],
        _ outcome: inout ReplayOutcome
    ) async throws -> [UInt8]? {
        while true {
            if let line = reader.line() { return line }
            if reader.isAtEnd { return nil }
            if !reader.isReadable {
                // What a live pipe brought is not held back until it brings more.
                try await flush(&waiting, &outcome)
                try await reader.wait()
            }
            do {
                try reader.read()
            } catch is LineReader.TooLong {
                throw CommandFailure(.badInput, "\(name):\(reader.number + 1): the line is longer than any event.")
            } catch {
                throw CommandFailure(.badInput, "\(name) cannot be read: \(FileFailure.sentence(error)).")
            }
        }
    }

    private func flush(_ waiting: inout [RecordedLine], _ outcome: inout ReplayOutcome) async throws {
        guard !waiting.isEmpty else { return }
        try await target.take(waiting, &outcome)
        waiting.removeAll(keepingCapacity: true)
    }
}
