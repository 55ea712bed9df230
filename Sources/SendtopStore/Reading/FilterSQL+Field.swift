import GRDB
import SendtopCore

extension FilterSQL {
    /// Milliseconds to the step that the status names, as `Send.latency`.
    static let latency = """
        (CASE status \
        \(measured.map { "WHEN \(StatusCode.code(of: $0)) THEN \($1.fieldName)" }.joined(separator: " ")) \
        END - received_at)
        """

    /// Sends that took so long.
    static func latency(_ comparison: FilterComparison, _ limit: Int64) -> FilterSQL {
        let least = comparison == .greater ? limit : limit - 1
        guard comparison == .greater || comparison == .greaterOrEqual, least >= DerivedSchema.slowLatency else {
            return FilterSQL("\(latency) \(comparison.rawValue) ?", [limit])
        }
        var slowest = FilterSQL("\(DerivedSchema.slow) \(comparison.rawValue) ?", [limit])
        slowest.isByBlock = true
        return slowest
    }

    private static let measured: [(SendStatus, Step)] = [
        (.sent, .sent), (.processed, .processed), (.delivered, .delivered), (.bounced, .bounced), (.aborted, .aborted),
    ]

    /// The reason that is shown, as `Send.reason`.
    static let reason = """
        CASE status WHEN \(StatusCode.code(of: .bounced)) THEN bounce_reason \
        WHEN \(StatusCode.code(of: .aborted)) THEN abort_reason \
        WHEN \(StatusCode.code(of: .rejected)) THEN request_reason \
        WHEN \(StatusCode.code(of: .failed)) THEN request_reason \
        WHEN \(StatusCode.code(of: .taken)) THEN request_reason END
        """

    /// One field of a send fits.
    init(_ field: FilterField, _ pattern: TextPattern, _ columns: TextColumns, _ db: Database) throws {
        switch field {
        case .status:
            self = FilterSQL.status {
                pattern.matches($0)
            } unknown: {
                FilterSQL($0, like: pattern)
            }
        case .campaign: self = try FilterSQL.campaign(anyOf: [pattern], db)
        case .bounceClass: self = FilterSQL.bounceClass(pattern)
        case .code: self = try FilterSQL.code(pattern, db)
        case .recipient: self.init(columns.recipient, like: pattern)
        case .externalSendID: self.init(columns.externalSendID, like: pattern)
        case .dispatchID: self.init("dispatch_id", like: pattern)
        case .reason: self.init(columns.reason, like: pattern)
        }
    }

    /// Any text that is shown of a send fits.
    ///
    /// - Parameter texts: those of them that are columns of its row.
    init(anyText pattern: TextPattern, _ texts: [String], _ db: Database) throws {
        let status = FilterSQL.status {
            pattern.matches($0)
        } unknown: {
            FilterSQL($0, like: pattern)
        }
        let columns = texts.map { FilterSQL($0, like: pattern) }
        self.init([status] + columns + [try FilterSQL.campaign(anyOf: [pattern], db)], joinedBy: "OR")
    }

    /// An expression matches any text that is shown of a send.
    init(_ regex: SafeRegex, _ texts: [String], _ db: Database) throws {
        let pattern: StatementArguments = [regex.pattern]
        let name = RegexFunction.name
        let match = FilterSQL("\(name)(?, \(texts.joined(separator: ", ")))", pattern)
        // The database finds a plain text several times as fast.
        let holdsLiteral = FilterSQL(texts.map { FilterSQL($0, like: .contains(regex.literal)) }, joinedBy: "OR")
        self.init(
            [
                FilterSQL.status {
                    regex.matches($0)
                } unknown: {
                    FilterSQL("\(name)(?, \($0))", pattern)
                },
                try FilterSQL.campaign(FilterSQL("\(name)(?, api_id)", pattern), db),
                regex.literal.isEmpty ? match : FilterSQL([holdsLiteral, match], joinedBy: "AND"),
            ],
            joinedBy: "OR"
        )
    }

    /// The statuses whose names fit; the index of statuses leaves out the one that most sends end in.
    static func status(_ fits: (String) -> Bool, unknown: (String) -> FilterSQL) -> FilterSQL {
        let codes = StatusSet.known.filter { fits($0.rawValue) }.map(StatusCode.code)
        let list = (codes + [StatusCode.other]).map(String.init).joined(separator: ", ")
        let other = unknown("ifnull(unknown_status, 'unknown')")
        let isIndexed = !codes.contains(StatusCode.code(of: .delivered))
        return FilterSQL(
            """
            (status IN (\(list))\(isIndexed ? " AND \(DerivedSchema.indexedStatuses)" : "") \
            AND (status <> \(StatusCode.other) OR \(other.condition)))
            """,
            other.arguments
        )
    }

    static func campaign(anyOf patterns: [TextPattern], _ db: Database) throws -> FilterSQL {
        try campaign(FilterSQL(patterns.map { FilterSQL("api_id", like: $0) }, joinedBy: "OR"), db)
    }

    /// The campaigns whose ids fit; of one alone the index has the sends in order.
    private static func campaign(_ fitting: FilterSQL, _ db: Database) throws -> FilterSQL {
        let select = "SELECT id FROM campaign WHERE \(fitting.condition)"
        let ids = try Int64.fetchAll(db, sql: select + " LIMIT 2", arguments: fitting.arguments)
        switch ids.count {
        case 0: return FilterSQL("FALSE")
        case 1: return FilterSQL("campaign = ?", [ids[0]])
        default: return FilterSQL("campaign IN (\(select))", fitting.arguments)
        }
    }

    private static func bounceClass(_ pattern: TextPattern) -> FilterSQL {
        let names = BounceClass.allCases.map(\.rawValue).filter(pattern.matches)
        return FilterSQL("class IN (\(names.map { "'\($0)'" }.joined(separator: ", ")))")
    }

    /// More different codes than this are not looked up one by one; there are some fifty in the world.
    private static let codeLimit = 200

    /// The codes that fit, of those that there are, so that the index has the sends of each.
    static func code(_ pattern: TextPattern, _ db: Database) throws -> FilterSQL {
        let statement = try db.cachedStatement(
            sql: """
                WITH RECURSIVE known (code) AS (
                    SELECT min(code) FROM send WHERE code IS NOT NULL
                    UNION ALL
                    SELECT (SELECT min(code) FROM send WHERE code > known.code) FROM known WHERE code IS NOT NULL
                )
                SELECT code FROM known WHERE code IS NOT NULL LIMIT ?
                """
        )
        let codes = try String.fetchAll(statement, arguments: [codeLimit + 1])
        guard codes.count <= codeLimit else { return FilterSQL("code", like: pattern) }
        let fitting = codes.filter(pattern.matches)
        let marks = fitting.map { _ in "?" }.joined(separator: ", ")
        return FilterSQL("code IN (\(marks))", StatementArguments(fitting))
    }
}
