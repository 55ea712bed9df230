import Foundation

extension SettingsReader {
    /// Whether people are masked: where nothing may be changed unless somebody says otherwise.
    ///
    /// With `--read-only`, the environment cannot take the mask off: over ssh it may come from whoever looks.
    func isMasked(
        readOnly: Bool,
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> Bool {
        var reader = self
        if readOnly, flags[.mask] == nil, try !flag(.mask, in: file, &origins), origins[.mask] == .environment {
            reader.environment[OptionKey.mask.environmentVariable] = nil
        }
        let isOn = try reader.flag(.mask, in: file, &origins)
        return origins[.mask] == .byDefault ? readOnly : isOn
    }

    /// The properties that are masked beside the usual ones: those of the flag, the environment and the file together,
    /// so that none of them can take one away.
    func maskProperties(
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> [String] {
        let key = OptionKey.maskProperties
        let listed = try file.list(key.rawValue)
        let written = listed == nil ? try file.string(key.rawValue) : nil
        let given = [flags[key], environment[key.environmentVariable], written]
        let inFile = listed == nil && written == nil ? Origin.byDefault : file.origin(key.rawValue)
        let places: [(String?, Origin)] = [(given[0], .flag), (given[1], .environment)]
        origins[key] = places.first { $0.0?.isEmpty == false }?.1 ?? inFile
        let texts = given.compactMap(\.self).flatMap { $0.split(separator: ",") }
        return (listed ?? []) + texts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
