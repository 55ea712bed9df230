import SendtopUI

/// Variables of the environment that are named like the program's own, and are none of them.
struct StrangeVariables {
    /// A sentence each, in the order of their names.
    let sentences: [String]

    /// - Parameter profiles: those of the file, which may name variables for their keys.
    init(_ environment: [String: String], profiles: [Profile]) {
        let known = StrangeVariables.known + profiles.compactMap(StrangeVariables.keyVariable)
        sentences = environment.keys.filter { $0.hasPrefix("SENDTOP_") && !known.contains($0) }.sorted().map { name in
            let nearest = Nearest.name(to: name, among: known).map { "; the nearest is \($0)" } ?? ""
            return "No option has the environment variable \(name)\(nearest). It changes nothing."
        }
    }

    private static let known: [String] =
        OptionKey.allCases.map(\.environmentVariable) + SandboxKey.allCases.map(\.environmentVariable)
        + SandboxPlaceKey.allCases.map(\.environmentVariable)
        + [
            SettingsReader.fileVariable, Profile.keyVariable, ListenerSettings.tokenVariable,
            ListenerSettings.basicAuthVariable,
        ]

    private static func keyVariable(of profile: Profile) -> String? {
        if case .environment(let name) = profile.keySource { name } else { nil }
    }
}
