import GRDB
import SendtopCore

/// A filter as a condition on the `send` table.
struct FilterSQL {
    let condition: String
    let arguments: StatementArguments

    /// A word that is longer than any text of a send matches none.
    private static let wordLimit = 4_096

    init(_ filter: Filter) {
        switch filter {
        case .all:
            self.init("TRUE")
        case .word(let word):
            self.init(word: word)
        case .and(let filters):
            let parts = filters.map { FilterSQL($0) }
            self.init(
                parts.isEmpty ? "TRUE" : "(\(parts.map(\.condition).joined(separator: " AND ")))",
                parts.reduce(StatementArguments()) { $0 + $1.arguments }
            )
        }
    }

    private init(_ condition: String, _ arguments: StatementArguments = []) {
        self.condition = condition
        self.arguments = arguments
    }

    /// Any text that is shown of a send holds the word, whatever its case.
    private init(word: String) {
        guard word.utf8.count <= FilterSQL.wordLimit else {
            self.init("FALSE")
            return
        }
        let codes = StatusSet.known.filter { $0.rawValue.contains(word.lowercased()) }.map(StatusCode.code)
        var arguments: StatementArguments = []
        let likes = FilterSQL.patterns(word).flatMap { pattern in
            FilterSQL.conditions.map { condition in
                arguments += [pattern]
                return condition
            }
        }
        let statuses = codes.map(String.init).joined(separator: ", ")
        self.init("(status IN (\(statuses)) OR \(likes.joined(separator: " OR ")))", arguments)
    }

    /// The texts that a word is looked for in; of the reasons, the one that is shown.
    private static let texts = [
        "dispatch_id", "external_send_id", "recipient", "class", "code",
        """
        CASE status WHEN \(StatusCode.code(of: .bounced)) THEN bounce_reason \
        WHEN \(StatusCode.code(of: .aborted)) THEN abort_reason \
        WHEN \(StatusCode.code(of: .rejected)) THEN request_reason \
        WHEN \(StatusCode.code(of: .failed)) THEN request_reason \
        WHEN \(StatusCode.code(of: .taken)) THEN request_reason END
        """,
        "CASE status WHEN \(StatusCode.other) THEN ifnull(unknown_status, 'unknown') END",
    ]

    /// Each takes a pattern; campaigns are few, and searched once.
    private static let conditions =
        texts.map { "\($0) LIKE ? ESCAPE '\\'" } + [
            "campaign IN (SELECT id FROM campaign WHERE api_id LIKE ? ESCAPE '\\')"
        ]

    /// `LIKE` knows the case of ASCII alone; of other letters both cases are asked for.
    private static func patterns(_ word: String) -> [String] {
        let forms = word.utf8.allSatisfy { $0 < 0x80 } ? [word] : [word, word.lowercased(), word.uppercased()]
        return forms.map { form in
            var pattern = "%"
            for scalar in form.unicodeScalars {
                if scalar == "%" || scalar == "_" || scalar == "\\" { pattern += "\\" }
                pattern.unicodeScalars.append(scalar)
            }
            return pattern + "%"
        }
    }
}
