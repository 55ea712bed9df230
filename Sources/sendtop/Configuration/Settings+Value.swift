import SendtopListener
import SendtopUI

extension Settings {
    /// An option's value as text, where it has one whether given or not; otherwise what was given counts.
    func value(of key: OptionKey) -> String? {
        switch key {
        case .profile: profile.name
        case .ledger: ledgerPath
        case .listen: "\(listen)"
        case .theme: theme
        case .keys: keysFile
        case .mouse: "\(hasMouse)"
        case .readOnly: "\(isReadOnly)"
        case .mask: "\(isMasked)"
        case .plain: "\(isPlain)"
        case .fields: plainFields.map(\.rawValue).joined(separator: ",")
        case .logFile: logFile
        case .logFormat: logFormat.rawValue
        case .insecure: "\(listener.isInsecure)"
        case .maxConnections: "\(listener.limits.connections)"
        case .maxConnectionsPerAddress: "\(listener.limits.connectionsPerAddress)"
        case .requestTimeout: TimeSpan(listener.limits.requestTimeout).defaultValueDescription
        case .idleTimeout: TimeSpan(listener.limits.idleTimeout).defaultValueDescription
        case .tlsCertificate: listener.certificate?.certificate
        case .tlsKey: listener.certificate?.key
        case .retentionDays, .retentionSize, .retentionSendDays, .allow, .proxies, .tokenFile, .tokenCommand,
            .basicAuthFile, .basicAuthCommand, .maskProperties:
            nil
        }
    }
}

extension SettingsReader {
    /// An option as it was given, lists with commas between their elements.
    func given(_ key: OptionKey, in file: YAMLMap) throws(ConfigurationFault) -> String? {
        if let flag = flags[key] { return flag }
        if let value = environment[key.environmentVariable], !value.isEmpty { return value }
        if let list = try file.list(key.rawValue) { return list.joined(separator: ", ") }
        return try file.string(key.rawValue)
    }
}
