import ArgumentParser

/// How exported rows are written.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case ndjson
    case json
    case csv
}
