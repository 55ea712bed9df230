import Logging
import Synchronization

/// Keeps the lines of a logger.
final class CapturedLog: Sendable {
    private let kept = Mutex<[String]>([])

    /// Each line as level, message and metadata in order of their names.
    var lines: [String] {
        kept.withLock { $0 }
    }

    /// A logger that writes here.
    var logger: Logger {
        Logger(label: "test") { _ in Handler(log: self) }
    }

    private struct Handler: LogHandler {
        let log: CapturedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let details = metadata.merging(event.metadata ?? [:]) { $1 }
                .sorted { $0.key < $1.key }
                .map { "\($0.key)=\($0.value)" }
            log.kept.withLock { $0.append((["\(event.level)", "\(event.message)"] + details).joined(separator: " ")) }
        }
    }
}
