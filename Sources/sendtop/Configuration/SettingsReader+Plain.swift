import Foundation
import SendtopUI

extension SettingsReader {
    /// What a printed line says.
    func plainFields(
        in file: YAMLMap,
        _ origins: inout [OptionKey: Origin]
    ) throws(ConfigurationFault) -> [PlainField] {
        guard let names = try texts(.fields, in: file, &origins) else { return PlainField.standard }
        var fields: [PlainField] = []
        for name in names {
            guard let field = PlainField(rawValue: name) else {
                let known = PlainField.allCases.map(\.rawValue).joined(separator: ", ")
                throw bad(.fields, name, "names with commas between them, out of \(known)", origins, in: file)
            }
            fields.append(field)
        }
        return fields.isEmpty ? PlainField.standard : fields
    }
}

extension Settings {
    /// How an event is printed.
    var plainLine: PlainLine {
        PlainLine(
            fields: plainFields,
            campaigns: profile.campaigns.map { MonitorSettings.Campaign(id: $0.id, name: $0.alias) },
            // A terminal without UTF-8 gets ASCII; a pipe gets what there is.
            glyphs: Console.isTerminal && !Console.isUTF8 ? .ascii : .unicode
        )
    }
}
