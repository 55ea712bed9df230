import SendtopCore

/// What a pane shows, as rows for a file.
struct PaneTable {
    let columns: [ExportColumn]
    let rows: [ExportRow]

    /// The whole table in a format.
    func text(_ format: RowFormat) -> String {
        var writer = TableWriter(format, columns)
        writer.measure(rows)
        return writer.head + writer.text(rows) + writer.end
    }
}

extension PaneTable {
    /// The moments of a send's life; spans are milliseconds for programs.
    init(_ entries: [TimelineEntry]) {
        columns = [
            ExportColumn("time", title: "TIME"), ExportColumn("event", title: "EVENT"),
            ExportColumn("offset", title: "SINCE START", isNumber: true),
            ExportColumn("took", title: "TOOK", isNumber: true), ExportColumn("usual", title: "USUAL", isNumber: true),
            ExportColumn("lag", title: "POSTBACK AFTER", isNumber: true), ExportColumn("detail", title: "DETAIL"),
            ExportColumn("reason", title: "REASON"),
        ]
        rows = entries.map { entry in
            var row = ExportRow(["time": .string(entry.at.iso8601), "event": .string(entry.word)])
            let spans = [("offset", entry.offset), ("took", entry.took), ("usual", entry.usual), ("lag", entry.lag)]
            for (name, span) in spans {
                row.object[name] = span.map { .number(JSONNumber($0)) } ?? .null
                row.shown[name] = span.map(Milliseconds.exact)
            }
            row.object["detail"] = entry.detail.map(JSON.string) ?? .null
            row.object["reason"] = entry.reason.map(JSON.string) ?? .null
            return row
        }
    }

    /// Bounces and aborts by reason.
    ///
    /// - Parameter campaigns: the names of campaigns by their identifiers.
    init(_ groups: [ReasonGroup], campaigns: [String: String]) {
        columns = [
            ExportColumn("status", title: "STATUS"), ExportColumn("class", title: "CLASS"),
            ExportColumn("code", title: "CODE"), ExportColumn("count", title: "COUNT", isNumber: true),
            ExportColumn("new", title: "NEW"), ExportColumn("first_seen", title: "FIRST SEEN"),
            ExportColumn("last_seen", title: "LAST SEEN"), ExportColumn("trend", title: "TREND"),
            ExportColumn("campaigns", title: "CAMPAIGNS"), ExportColumn("reason", title: "REASON"),
        ]
        rows = groups.map { group in
            let trend = group.trend.map(String.init).joined(separator: " ")
            let names = group.campaigns.map { campaigns[$0] ?? $0 }.joined(separator: ", ")
            var row = ExportRow([
                "status": .string(group.status.rawValue),
                "class": group.bounceClass.map { .string($0.rawValue) } ?? .null,
                "code": group.code.map(JSON.string) ?? .null,
                "count": .number(JSONNumber(group.count)),
                "new": .bool(group.isNew),
                "first_seen": .string(group.firstSeen.iso8601),
                "last_seen": .string(group.lastSeen.iso8601),
                "trend": .string(trend),
                "campaigns": .string(names),
                "reason": .string(group.example),
            ])
            row.shown["status"] = "\(group.status.shape(.unicode)) \(group.status.rawValue)"
            row.shown["new"] = group.isNew ? "new" : ""
            let levels = Bars.levels(Bars.summed(group.trend, into: 15))
            row.shown["trend"] = levels.compactMap { Glyphs.unicode.bars[at: $0] }.joined()
            return row
        }
    }
}

extension ExportRow {
    fileprivate init(_ members: KeyValuePairs<String, JSON>) {
        self.init(JSONObject(members.map { JSONObject.Member(key: $0.key, value: $0.value) }))
    }
}
