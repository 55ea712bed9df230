import GRDB
import SendtopCore

/// A filter as a condition on the `send` table; it holds for the same sends as `Filter.matches`.
///
/// An absent value makes a condition NULL, which a query takes for false, and `not` for true.
struct FilterSQL {
    let condition: String
    let arguments: StatementArguments
    /// Whether an index has the sends that pass by block, and so helps who names the block.
    var isByBlock = false

    /// A pattern that is longer than this, with its escapes, SQLite does not take.
    private static let patternLimit = 50_000

    /// - Parameters:
    ///   - now: the moment of asking, for ages.
    ///   - columns: the texts as they are looked for.
    ///   - db: where the campaigns that fit are looked up, so that one alone is found by its index.
    init(_ filter: Filter, now: Timestamp, _ columns: TextColumns, _ db: Database) throws {
        switch filter {
        case .all:
            self.init("TRUE")
        case .word(let word):
            try self.init(anyText: .contains(word), columns.searched(for: word), db)
        case .regex(let regex):
            try self.init(regex, columns.searched(for: regex.pattern), db)
        case .field(let field, let pattern):
            try self.init(field, pattern, columns, db)
        case .latency(let comparison, let limit):
            self = FilterSQL.latency(comparison, limit)
        case .age(let comparison, let limit):
            self.init("? - first_seen \(comparison.rawValue) ?", [now.milliseconds, limit])
        case .since(let moment):
            self.init("first_seen >= ?", [moment.milliseconds])
        case .and(let filters):
            self.init(try filters.map { try FilterSQL($0, now: now, columns, db) }, joinedBy: "AND")
        case .or(let filters):
            let campaigns = filters.compactMap(\.campaignPattern)
            guard campaigns.count < filters.count || campaigns.isEmpty else {
                self = try FilterSQL.campaign(anyOf: campaigns, db)
                return
            }
            self.init(try filters.map { try FilterSQL($0, now: now, columns, db) }, joinedBy: "OR")
        case .not(.field(.status, let pattern)):
            self = FilterSQL.status {
                !pattern.matches($0)
            } unknown: {
                FilterSQL($0, like: pattern).negated
            }
        case .not(let part):
            self = try FilterSQL(part, now: now, columns, db).negated
        }
    }

    /// What does not hold, or is not known.
    var negated: FilterSQL {
        FilterSQL("(\(condition)) IS NOT TRUE", arguments)
    }

    init(_ condition: String, _ arguments: StatementArguments = []) {
        self.condition = condition
        self.arguments = arguments
    }

    /// Joins conditions as a tree, since SQLite takes no chain of more than a thousand.
    init(_ parts: [FilterSQL], joinedBy word: String) {
        guard let last = parts.last, parts.count > 1 else {
            self = parts.first ?? FilterSQL(word == "AND" ? "TRUE" : "FALSE")
            return
        }
        let middle = parts.count / 2
        let left = FilterSQL(Array(parts[..<middle]), joinedBy: word)
        let right = middle == parts.count - 1 ? last : FilterSQL(Array(parts[middle...]), joinedBy: word)
        self.init("(\(left.condition) \(word) \(right.condition))", left.arguments + right.arguments)
        isByBlock = word == "AND" ? left.isByBlock || right.isByBlock : left.isByBlock && right.isByBlock
    }

    /// A column's text fits.
    init(_ column: String, like pattern: TextPattern) {
        let parts = pattern.forms.compactMap(FilterSQL.likePattern).map { like in
            FilterSQL("\(column) LIKE ? ESCAPE '\\'", [like])
        }
        self.init(parts, joinedBy: "OR")
    }

    /// What `LIKE` takes for a pattern; `nil` when no text of a ledger can fit.
    private static func likePattern(_ pattern: TextPattern) -> String? {
        let text =
            switch pattern {
            case .contains(let part): "%\(escaped(part))%"
            case .whole(let parts): parts.map(escaped).joined(separator: "%")
            }
        // A NUL would end the pattern early; no text of a ledger has one.
        return text.utf8.count <= patternLimit && !text.utf8.contains(0) ? text : nil
    }

    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }
}

extension Filter {
    /// What is asked of a campaign, when nothing else is asked.
    fileprivate var campaignPattern: TextPattern? {
        if case .field(.campaign, let pattern) = self { pattern } else { nil }
    }
}
