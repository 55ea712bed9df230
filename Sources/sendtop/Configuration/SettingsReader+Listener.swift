import Foundation
import SendtopCore
import SendtopListener

extension SettingsReader {
    /// Resolves the options of the listener.
    func listener(
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> ListenerSettings {
        var settings = ListenerSettings()
        settings.allowed = try ranges(.allow, in: file, &origins)
        settings.proxies = try ranges(.proxies, in: file, &origins)
        settings.isInsecure = try flag(.insecure, in: file, &origins)
        settings.tokens = try secret(
            ListenerSettings.tokenVariable,
            .tokenFile,
            .tokenCommand,
            in: file,
            &origins
        )
        settings.credentials = try secret(
            ListenerSettings.basicAuthVariable,
            .basicAuthFile,
            .basicAuthCommand,
            in: file,
            &origins
        )
        settings.certificate = try certificate(in: file, &origins)
        let limits = ListenerLimits()
        settings.limits.connections =
            try number(.maxConnections, 1...1_000_000, in: file, &origins) ?? limits.connections
        settings.limits.connectionsPerAddress =
            try number(.maxConnectionsPerAddress, 1...1_000_000, in: file, &origins) ?? limits.connectionsPerAddress
        settings.limits.requestTimeout =
            try span(.requestTimeout, in: file, &origins) ?? limits.requestTimeout
        settings.limits.idleTimeout =
            try span(.idleTimeout, in: file, &origins) ?? limits.idleTimeout
        return settings
    }

    /// Resolves how log records are written.
    func logFormat(
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> LogFormat {
        guard let text = try text(.logFormat, in: file, &origins) else { return .text }
        guard let format = LogFormat(rawValue: text) else {
            throw bad(.logFormat, text, "text or json", origins, in: file)
        }
        return format
    }

    private func invalid(
        _ key: OptionKey,
        _ sentence: String,
        _ origins: [OptionKey: Origin],
        in file: YAMLMap
    ) -> ConfigurationFault {
        var fault = bad(key, "", "", origins, in: file)
        fault.problem = .invalid(sentence)
        return fault
    }

    /// Addresses and networks.
    private func ranges(
        _ key: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> [IPRange] {
        let texts = try texts(key, in: file, &origins)
        var ranges: [IPRange] = []
        for text in texts ?? [] {
            guard let range = IPRange(text) else {
                throw bad(key, text, "an address or a network, such as 192.0.2.0/24", origins, in: file)
            }
            ranges.append(range)
        }
        // A list that came out empty by mistake must not let everybody in.
        if texts != nil, ranges.isEmpty {
            throw invalid(
                key,
                "\(key.rawValue) is empty; name an address or a network, or leave it out.",
                origins,
                in: file
            )
        }
        return ranges
    }

    /// A secret's place: the flag for a file beats all, and the variable that holds the secret beats the file.
    private func secret(
        _ variable: String,
        _ fileKey: OptionKey,
        _ commandKey: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> SecretSource {
        let path = try path(fileKey, in: file, &origins)
        let command = try text(commandKey, in: file, &origins)
        let isSet = !environment[variable, default: ""].isEmpty
        if path != nil, command != nil, origins[fileKey]?.rank == origins[commandKey]?.rank {
            let sentence = "\(fileKey.rawValue) and \(commandKey.rawValue) are both given; leave one of them out."
            throw invalid(commandKey, sentence, origins, in: file)
        }
        if let path, origins[fileKey] == .flag { return .file(path) }
        if let command, origins[commandKey] == .flag { return .command(command) }
        if isSet { return .environment(variable) }
        if let command, origins[commandKey] == .environment { return .command(command) }
        return path.map(SecretSource.file) ?? command.map(SecretSource.command) ?? .environment(variable)
    }

    private func certificate(
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> ServerCertificate.Files? {
        let certificate = try path(.tlsCertificate, in: file, &origins)
        let key = try path(.tlsKey, in: file, &origins)
        switch (certificate, key) {
        case (let certificate?, let key?): return ServerCertificate.Files(certificate: certificate, key: key)
        case (nil, nil): return nil
        case (_?, nil): throw lonely(.tlsCertificate, without: .tlsKey, "certificate's key", origins, in: file)
        case (nil, _?): throw lonely(.tlsKey, without: .tlsCertificate, "key's certificate", origins, in: file)
        }
    }

    /// A file that is of no use without another one.
    private func lonely(
        _ given: OptionKey,
        without missing: OptionKey,
        _ what: String,
        _ origins: [OptionKey: Origin],
        in file: YAMLMap
    ) -> ConfigurationFault {
        let sentence =
            "\(given.rawValue) is given and \(missing.rawValue) is missing; name the \(what) with \(missing.flag),"
            + " \(missing.environmentVariable), or \(missing.rawValue) in the configuration file."
        return invalid(given, sentence, origins, in: file)
    }

    private func span(
        _ key: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> Duration? {
        guard let text = try text(key, in: file, &origins) else { return nil }
        guard let span = TimeSpan(argument: text), span.milliseconds > 0 else {
            throw bad(key, text, "a span of time, such as 500ms, 10s or 2m", origins, in: file)
        }
        return .milliseconds(span.milliseconds)
    }

    private func number(
        _ key: OptionKey,
        _ range: ClosedRange<Int>,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> Int? {
        guard let text = try text(key, in: file, &origins) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw bad(key, text, "a whole number from \(range.lowerBound) to \(range.upperBound)", origins, in: file)
        }
        return number
    }
}
