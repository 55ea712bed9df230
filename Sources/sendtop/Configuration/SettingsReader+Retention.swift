import SendtopStore

extension SettingsReader {
    /// How long the ledger keeps what it holds.
    func retention(
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> Retention {
        Retention(
            eventAge: try days(.retentionDays, in: file, &origins),
            eventBytes: try size(in: file, &origins),
            sendAge: try days(.retentionSendDays, in: file, &origins)
        )
    }

    /// Milliseconds of a number of days.
    private func days(
        _ key: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> Int64? {
        guard let text = try text(key, in: file, &origins) else { return nil }
        guard let days = Double(text), days > 0, days <= 100_000 else {
            throw bad(key, text, "a number of days above 0, such as 30 or 0.5", origins, in: file)
        }
        return Int64(days * 86_400_000)
    }

    private func size(
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> Int64? {
        guard let text = try text(.retentionSize, in: file, &origins) else { return nil }
        guard let size = ByteSize(text) else {
            throw bad(.retentionSize, text, "a number of bytes above 0, such as 500MB or 10GB", origins, in: file)
        }
        return size.bytes
    }
}
