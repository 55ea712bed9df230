import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct TableWriterTests {
    private static let columns = [
        ExportColumn("to", title: "TO"), ExportColumn("lat", title: "LAT", isNumber: true),
        ExportColumn("reason", title: "REASON"),
    ]

    private func rows(_ values: [(String?, Int64?, String?)]) -> [ExportRow] {
        values.map { to, span, reason in
            var row = ExportRow(JSONObject())
            row.object["to"] = to.map(JSON.string) ?? .null
            row.object["lat"] = span.map { .number(JSONNumber($0)) } ?? .null
            row.shown["lat"] = span.map(Milliseconds.short)
            row.object["reason"] = reason.map(JSON.string) ?? .null
            return row
        }
    }

    private func text(_ format: RowFormat, _ values: [(String?, Int64?, String?)]) -> String {
        var writer = TableWriter(format, TableWriterTests.columns)
        let rows = rows(values)
        for row in rows { writer.measure([row]) }
        return writer.head + rows.map { writer.text([$0]) }.joined() + writer.end
    }

    @Test("csv quotes by RFC 4180, defuses formulas in texts, and leaves our own numbers as they are")
    func csv() {
        let text = text(.csv, [("=1+1", -20, "say \"no\", twice\r\nand again"), (nil, nil, "@x"), ("+49 30", 7, nil)])
        #expect(text == "to,lat,reason\r\n'=1+1,-20,\"say \"\"no\"\", twice and again\"\r\n,,'@x\r\n'+49 30,7,\r\n")
    }

    @Test("ndjson and json keep every text, in escapes that a terminal cannot obey")
    func json() throws {
        let hostile = "a\u{1B}[31m|\"\\\n日本\u{202E}👩‍👩‍👧"
        let line = text(.ndjson, [(hostile, 1_500, nil)])
        #expect(line.hasSuffix("\n") && !line.dropLast().contains { $0.isNewline })
        #expect(!line.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        let object = try #require(JSON(text: String(line.dropLast())).object)
        #expect(object["to"] == .string(hostile))
        #expect(object["lat"] == 1_500 && object["reason"] == .null)
        #expect(text(.json, []) == "[]\n")
        #expect(try JSON(text: text(.json, [("a", 1, nil), ("b", 2, nil)])).array?.count == 2)
    }

    @Test("md has a row a line, each with its columns, whatever is in them")
    func markdown() {
        let text = text(.md, [("a|b", 1_500, "x\n| y | z |\n\u{1B}]0;t\u{7}"), (nil, nil, "`<b>`")])
        let lines = text.split(separator: "\n")
        #expect(lines[0] == "| TO | LAT | REASON |" && lines[1] == "| --- | --: | --- |")
        #expect(lines[2] == "| a\\|b | 1.5s | x \\| y \\| z \\| ␛\\]0;t␇ |")
        #expect(lines[3] == "|  |  | \\`\\<b\\>\\` |")
        #expect(lines.count == 4)
    }

    @Test("txt stands in columns of the screen's own widths: wide characters, emoji, marks, bidi, escapes")
    func aligned() {
        let names = ["日本語", "e\u{301}a", "👩‍👩‍👧", "x\u{202E}y", "a\u{1B}b", "plain", "a\tb", "\u{200B}"]
        let lines = text(.txt, names.map { ($0, 20, "reason") }).split(separator: "\n").map(String.init)
        #expect(lines.count == names.count + 1)
        let width = names.map { $0.columns() }.max() ?? 0
        for (line, name) in zip(lines.dropFirst(), names) {
            #expect(line.hasPrefix(TextGate.line(name)))
            #expect(line.hasSuffix("  20ms  reason"))
            #expect(line.columns() == width + "  20ms  reason".count, "\(line)")
            #expect(!line.unicodeScalars.contains { $0.isUnsafeOnTerminals })
        }
    }

    @Test("A text that is wider than any column shifts its own line alone, and is whole")
    func wide() {
        let long = String(repeating: "x", count: 500)
        let lines = text(.txt, [(long, 20, "a"), ("b", 20, "c")]).split(separator: "\n")
        #expect(lines[1] == "\(long)  20ms  a")
        #expect(lines[2].count == 80 + "  20ms  c".count)
    }

    @Test("Rows are written as they come: a thousand pieces are the same as one")
    func pieces() {
        let values = (0..<1_000).map { ("user-\($0)" as String?, Int64($0) as Int64?, nil as String?) }
        for format in RowFormat.allCases {
            var writer = TableWriter(format, TableWriterTests.columns)
            writer.measure(rows(values))
            #expect(writer.head + writer.text(rows(values)) + writer.end == text(format, values))
            #expect(writer.count == 1_000)
        }
    }
}
