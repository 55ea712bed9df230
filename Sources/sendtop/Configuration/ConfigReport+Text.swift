import SendtopCore

extension ConfigReport {
    /// A line for the file, and one for each option: key, value, origin.
    var lines: [String] {
        let rows = [("config", fileValue, fileSource)] + entries.map { ($0.key, $0.value ?? "none", $0.origin) }
        let keys = rows.map(\.0.count).max() ?? 0
        let values = min(40, rows.map(\.1.count).max() ?? 0)
        return rows.map { key, value, origin in
            ConfigReport.padded(key, to: keys) + ConfigReport.padded(value, to: values) + origin
        }
    }

    /// `file`, `is_there`, and `options`, each with `key`, `value`, `source` and `place`.
    var json: JSON {
        [
            "file": .string(file),
            "is_there": .bool(isFileThere),
            "options": .array(entries.map(\.json)),
        ]
    }

    private var fileValue: String {
        isFileThere ? file : "\(file) (not there)"
    }

    private var fileSource: String {
        switch fileOrigin {
        case .flag: "--config"
        case .environment: "environment: \(SettingsReader.fileVariable)"
        case .file, .byDefault: "default"
        }
    }

    /// The text in a column of its own, two blanks before the next one at least.
    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count) + 2)
    }
}
