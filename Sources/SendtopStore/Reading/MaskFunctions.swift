import GRDB
import SendtopCore

/// The database functions with which a query sees what a masked screen shows.
///
/// They hold the ledger's key, so that it is in no statement, nor in an error that quotes one.
enum MaskFunctions {
    /// Of a recipient.
    static let pseudonym = "sendtop_pseudonym"
    /// Of a text, and the recipient of its send.
    static let text = "sendtop_masked"

    static func all(key: [UInt8]) -> [DatabaseFunction] {
        // What is said of a person beside the name is looked for in the screen's texts alone.
        let mask = Mask(key: key)
        return [
            DatabaseFunction(pseudonym, argumentCount: 1, pure: true) { values in
                values.first.flatMap(string).map(mask.pseudonym)
            },
            DatabaseFunction(text, argumentCount: 2, pure: true) { values in
                guard let text = values.first.flatMap(string) else { return nil }
                return mask.text(text, of: mask.person(values.last.flatMap(string)))
            },
        ]
    }

    private static func string(_ value: DatabaseValue) -> String? {
        if case .string(let text) = value.storage { text } else { nil }
    }
}
