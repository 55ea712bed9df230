import Logging

/// Writes log records to a file or to standard error, a line each, in one of the formats.
struct OutputLogHandler: LogHandler {
    private let output: LogOutput
    private let label: String
    private let format: LogFormat
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    init(label: String, output: LogOutput, format: LogFormat) {
        self.label = label
        self.output = output
        self.format = format
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
        output.write(format.line(event, label: label, facts: facts) + "\n")
    }
}
