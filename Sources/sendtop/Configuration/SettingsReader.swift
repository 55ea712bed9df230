import Foundation
import SendtopCore
import SendtopSandbox

/// Resolves the options from flags, environment and file.
struct SettingsReader {
    /// The flags that were given, by option.
    var flags: [OptionKey: String]
    /// Those of the sandbox.
    var sandboxFlags: [SandboxKey: String] = [:]
    /// `--config`
    var configFlag: String?
    var environment: [String: String]

    /// Names the configuration file.
    static let fileVariable = "SENDTOP_CONFIG"
    /// Bytes that the file may have.
    private static let sizeLimit = 4_000_000
    private static let topLevelKeys = OptionKey.allCases.map(\.rawValue) + ["profiles", "sandbox"]

    /// Reads the file and resolves every option.
    ///
    /// - Throws: `ConfigurationFault` for the first value that is wrong.
    func settings() throws(ConfigurationFault) -> Settings {
        try settings(in: file(Folders(environment: environment)))
    }

    /// Resolves every option, with a file that was read already.
    func settings(in file: YAMLMap) throws(ConfigurationFault) -> Settings {
        try file.allow(SettingsReader.topLevelKeys)
        let folders = Folders(environment: environment)
        var origins: [OptionKey: Origin] = [:]
        let profileName = try text(.profile, in: file, &origins) ?? Profile.sandboxName
        guard Identifier.isFileName(profileName) else {
            throw bad(.profile, profileName, "letters, digits, '-' and '_'", origins, in: file)
        }
        let sandboxMap = try file.map("sandbox")
        let sandbox = try SandboxConfiguration(yaml: (sandboxMap ?? file.empty).giving(sandboxValues))
        let sandboxPlaces = try SandboxPlaces(yaml: sandboxMap, environment: environment)
        let profile = try self.profile(
            profileName,
            in: file,
            .sandbox(playing: sandbox, at: sandboxPlaces.listen),
            origins[.profile]
        )
        let listenText = try text(.listen, in: file, &origins)
        let listen = try listenText.map { (text) throws(ConfigurationFault) in
            guard let address = HostPort(text) else {
                throw bad(.listen, text, "HOST:PORT, such as 127.0.0.1:7363", origins, in: file)
            }
            return address
        }
        let isReadOnly = try flag(.readOnly, in: file, &origins)
        return Settings(
            profile: profile,
            ledgerPath: try path(.ledger, in: file, &origins) ?? folders.ledger(profile: profileName),
            listen: listen ?? .listener,
            theme: try text(.theme, in: file, &origins)?.expandingHome ?? "dark",
            keysFile: try path(.keys, in: file, &origins) ?? folders.keys,
            hasMouse: try flag(.mouse, in: file, &origins, byDefault: true),
            isReadOnly: isReadOnly,
            isMasked: try isMasked(readOnly: isReadOnly, in: file, &origins),
            maskProperties: try maskProperties(in: file, &origins),
            isPlain: try flag(.plain, in: file, &origins),
            plainFields: try plainFields(in: file, &origins),
            logFile: try path(.logFile, in: file, &origins),
            logFormat: try logFormat(in: file, &origins),
            listener: try listener(in: file, &origins),
            stateFolder: folders.state,
            themesFolder: folders.themes,
            sandbox: sandbox,
            retention: try retention(in: file, &origins),
            sandboxPlaces: sandboxPlaces,
            origins: origins
        )
    }

    /// The configuration file; an absent one at the usual place is an empty one.
    func file(_ folders: Folders) throws(ConfigurationFault) -> YAMLMap {
        let place = filePlace(folders)
        if place.origin == .byDefault, !FileManager.default.fileExists(atPath: place.path) {
            return try YAMLMap(text: "", file: place.path)
        }
        return try YAMLMap(text: text(at: place.path), file: place.path)
    }

    /// Where the configuration file is, and who says so.
    func filePlace(_ folders: Folders) -> (path: String, origin: Origin) {
        if let configFlag { return (configFlag.expandingHome, .flag) }
        if let path = environment[SettingsReader.fileVariable], !path.isEmpty {
            return (path.expandingHome, .environment)
        }
        return (folders.configurationFile, .byDefault)
    }

    /// Reads no more than a person could have written: the parser keeps many times the size in memory.
    private func text(at path: String) throws(ConfigurationFault) -> String {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var data = Data()
            while data.count <= SettingsReader.sizeLimit, let more = try handle.read(upToCount: 1 << 16), !more.isEmpty
            {
                data += more
            }
            guard data.count <= SettingsReader.sizeLimit else {
                throw ConfigurationFault(
                    place: .file(path, line: 1, column: 1),
                    problem: .unreadable("it has more than \(ByteSize(bytes: Int64(SettingsReader.sizeLimit)))")
                )
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw CocoaError(.fileReadInapplicableStringEncoding)
            }
            return text
        } catch let fault as ConfigurationFault {
            throw fault
        } catch {
            throw ConfigurationFault(
                place: .file(path, line: 1, column: 1),
                problem: .unreadable(FileFailure.sentence(error))
            )
        }
    }

    /// What flags and environment say of the sandbox, by key.
    private var sandboxValues: [String: YAMLMap.Given] {
        var values: [String: YAMLMap.Given] = [:]
        for key in SandboxKey.allCases {
            if let flag = sandboxFlags[key] {
                values[key.rawValue] = YAMLMap.Given(text: flag, place: .flag(key.flag))
            } else if let text = environment[key.environmentVariable], !text.isEmpty {
                values[key.rawValue] = YAMLMap.Given(text: text, place: .environment(key.environmentVariable))
            }
        }
        return values
    }

    private func profile(
        _ name: String,
        in file: YAMLMap,
        _ sandbox: Profile,
        _ origin: Origin?
    ) throws(ConfigurationFault) -> Profile {
        // A fault of another one is told now, not when somebody needs it.
        let all = try Profile.all(in: file)
        if let chosen = all.first(where: { $0.name == name }) { return chosen }
        if name == Profile.sandboxName { return sandbox }
        let others = all.map(\.name).filter { $0 != Profile.sandboxName }
        throw ConfigurationFault(
            place: place(.profile, origin, in: file),
            problem: .unknownProfile(name, known: [Profile.sandboxName] + others)
        )
    }

    func text(
        _ key: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> String? {
        if let flag = flags[key] {
            origins[key] = .flag
            return flag
        }
        if let value = environment[key.environmentVariable], !value.isEmpty {
            origins[key] = .environment
            return value
        }
        if let value = try file.string(key.rawValue) {
            origins[key] = file.origin(key.rawValue)
            return value
        }
        origins[key] = .byDefault
        return nil
    }

    /// An option that names a file; its `~` is the home folder.
    func path(
        _ key: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> String? {
        guard let text = try text(key, in: file, &origins) else { return nil }
        guard !text.isEmpty else { throw bad(key, text, "the path of a file", origins, in: file) }
        return text.expandingHome
    }

    /// Texts with commas between them; in the file, a list will do as well.
    func texts(
        _ key: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> [String]? {
        let isFile = flags[key] == nil && environment[key.environmentVariable, default: ""].isEmpty
        let texts: [String]
        if isFile, let list = try file.list(key.rawValue) {
            origins[key] = file.origin(key.rawValue)
            texts = list
        } else {
            guard let text = try text(key, in: file, &origins) else { return nil }
            texts = text.split(separator: ",").map { String($0).trimmingCharacters(in: .whitespaces) }
        }
        return texts.filter { !$0.isEmpty }
    }

    func flag(
        _ key: OptionKey,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin],
        byDefault: Bool = false
    ) throws(ConfigurationFault) -> Bool {
        guard let text = try text(key, in: file, &origins) else { return byDefault }
        switch text.lowercased() {
        case "true", "yes", "1", "on": return true
        case "false", "no", "0", "off": return false
        default: throw bad(key, text, "true or false", origins, in: file)
        }
    }

    func bad(
        _ key: OptionKey,
        _ value: String,
        _ expected: String,
        _ origins: [OptionKey: Origin],
        in file: YAMLMap
    ) -> ConfigurationFault {
        if origins[key]?.isFile == true { return file.bad(key.rawValue, value: value, expected: expected) }
        return ConfigurationFault(
            place: place(key, origins[key], in: file),
            problem: .badValue(key: key.rawValue, value: value, expected: expected)
        )
    }

    private func place(_ key: OptionKey, _ origin: Origin?, in file: YAMLMap) -> ConfigurationFault.Place? {
        switch origin {
        case .flag: .flag(key.flag)
        case .environment: .environment(key.environmentVariable)
        case .file(let line, let column): .file(file.file, line: line, column: column)
        case .byDefault, nil: nil
        }
    }
}
