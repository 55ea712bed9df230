import Foundation
import SendtopCore
import SendtopUI
import Testing

extension EndToEnd {
    @Suite("exports")
    struct ExportTests {
        /// A ledger of people who cannot be mistaken, with a reason that wants to be markup, a formula and an escape.
        private func workspace() throws -> Workspace {
            let workspace = try Workspace()
            let recording = workspace.path("recording.ndjson")
            // Of one hour, as it stays while the test runs.
            try (People.recording(sends: 300) + hostile).write(toFile: recording, atomically: true, encoding: .utf8)
            let replay = try Tool.sendtop("replay", recording, in: workspace)
            #expect(replay.status == 0, "\(replay.errors)")
            return workspace
        }

        private let reason = "=HYPERLINK(\"http://evil\") | \\ `x`, <b>\u{1B}[2J\n# 日本\u{202E} 👩"

        private var hostile: String {
            let body: JSON = [
                "dispatch_id": "hostile-1", "status": "bounced",
                "metadata": ["reason": .string(reason), "bounced_at": "2020-08-31T18:58:43.000Z"],
            ]
            let event: JSON = [
                "at": "2020-08-31T18:58:43.100Z", "kind": "postback", "dispatch_id": "hostile-1",
                "request_id": .null, "source": "127.0.0.1", "status": "bounced", "body": .string(body.text()),
                "headers": [],
            ]
            return event.text() + "\n"
        }

        private func screen(_ workspace: Workspace, _ options: String = "") throws -> TerminalSession {
            let screen = try TerminalSession(
                "\(Binary.path) --listen 127.0.0.1:0 \(options)",
                columns: 160,
                rows: 45,
                in: workspace
            )
            try screen.see("DISPATCH")
            return screen
        }

        /// Keeps a filter, and waits until what passes it is in the table: its count is said with it.
        private func filter(_ text: String, on screen: TerminalSession, in workspace: Workspace) throws {
            let counts = try [["--filter", text], []].map { more in
                try Tool.run(Binary.path, ["export", "sends"] + more, environment: workspace.environment).output.utf8
                    .count { $0 == UInt8(ascii: "\n") }
            }
            try screen.filter(text)
            try screen.see("\(counts[0]) of \(counts[1])")
        }

        /// The ids of the bounced sends on the screen, as far as they are shown.
        private func bounced(_ rows: [String]) -> [String] {
            rows.compactMap { row in
                guard row.contains("✗ bounced") else { return nil }
                return row.dropFirst(2).split(separator: " ").dropFirst(2).first.map(String.init)
            }
        }

        /// Opens the chooser, takes a format by its key, and reads the file that the screen then names.
        private func export(_ key: String, _ ending: String, from screen: TerminalSession) throws -> String {
            try screen.press("x")
            try screen.see("▌export")
            try screen.press(key)
            let row = try screen.seeRow("what was written") { $0.contains(" written to ") && $0.contains(".\(ending)") }
            let path = try #require(row.split(separator: " ").last { $0.hasPrefix("/") })
            return try String(contentsOfFile: String(path), encoding: .utf8)
        }

        /// What Python's own reader makes of a file.
        private func python(_ script: String, _ text: String, in workspace: Workspace) throws -> [[String?]] {
            let file = workspace.path("\(UUID().uuidString).txt")
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            let program = "import csv, json, sys\nf = open(sys.argv[1], newline='', encoding='utf-8')\n\(script)"
            let run = try Tool.run(
                "/usr/bin/env",
                ["python3", "-c", program, file],
                environment: workspace.environment
            )
            #expect(run.status == 0, "\(run.errors)")
            return try JSONDecoder().decode([[String?]].self, from: Data(run.output.utf8))
        }

        private let readCSV = "print(json.dumps(list(csv.reader(f, strict=True))))"
        private let readLines = """
            rows = [json.loads(line) for line in f]
            text = lambda v: '' if v is None else str(v)
            print(json.dumps([list(rows[0])] + [[text(v) for v in row.values()] for row in rows]))
            """

        @Test("what the screen shows is in the file, in its columns and its order, and as the command prints it")
        func formats() throws {
            let workspace = try workspace()
            let screen = try screen(workspace)
            try filter("status:bounced", on: screen, in: workspace)
            try screen.command("columns status,dispatch,lat,to,reason")
            try screen.command("sort dispatch asc")
            try screen.see("DISPATC▲")
            // The mark of the order is there before the rows are in it.
            let rowsInOrder = try screen.seeRows("the bounced sends in order") { rows in
                let ids = bounced(rows)
                return ids.count > 10 && ids == ids.sorted()
            }
            let shown = bounced(rowsInOrder)

            let csv = try python(readCSV, export("c", "csv", from: screen), in: workspace)
            #expect(csv.first == ["status", "dispatch", "lat", "to", "reason"])
            let ids = csv.dropFirst().compactMap { $0[1] }
            #expect(ids.prefix(shown.count).map { String($0.prefix(8)) } == shown)
            #expect(ids == ids.sorted() && ids.count > 40)
            let mischief = try #require(csv.first { $0[1] == "hostile-1" }?[4])
            #expect(mischief == "'=HYPERLINK(\"http://evil\") | \\ `x`, <b>␛[2J # 日本‹RLO› 👩", "\(mischief)")

            let ndjson = try python(readLines, export("n", "ndjson", from: screen), in: workspace)
            #expect(ndjson.map { $0[1] } == csv.map { $0[1] } && ndjson.map { $0[2] } == csv.map { $0[2] })
            #expect(ndjson.first { $0[1] == "hostile-1" }?[4] == reason)

            let printed = try Tool.sendtop(
                "export",
                "sends",
                "--filter",
                "status:bounced",
                "--format",
                "csv",
                "--columns",
                "status,dispatch,lat,to,reason",
                in: workspace
            )
            let same = try python(readCSV, printed.output, in: workspace)
            #expect(same.first == csv.first)
            #expect(same.dropFirst().sorted { $0[1] ?? "" < $1[1] ?? "" } == Array(csv.dropFirst()))

            let markdown = try export("m", "md", from: screen).split(separator: "\n")
            #expect(markdown.count == csv.count + 1)
            #expect(markdown[0] == "| STATUS | DISPATCH | LAT | TO | REASON |")
            for (line, row) in zip(markdown.dropFirst(2), csv.dropFirst()) { #expect(line.contains(row[1] ?? "?")) }

            let text = try export("t", "txt", from: screen).split(separator: "\n")
            #expect(text.count == csv.count)
            let column = try #require(text[0].range(of: "DISPATCH")?.lowerBound)
            let offset = text[0].distance(from: text[0].startIndex, to: column)
            for (line, row) in zip(text.dropFirst(), csv.dropFirst()) {
                #expect(line.dropFirst(offset).hasPrefix(row[1] ?? "?"))
            }

            let picture = try export("s", "svg", from: screen)
            #expect(picture.contains("DISPATC▲") && !picture.contains("export sends"))
            let rows = try python(
                "import xml.etree.ElementTree as e; print(json.dumps([[''.join(e.parse(f).getroot().itertext())]]))",
                picture,
                in: workspace
            )
            for id in shown { #expect(rows[0][0]?.contains(id) == true) }

            let folder = workspace.path(".local/state/sendtop/exports")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files.count == 5 && !files.contains { $0.hasSuffix(".part") }, "\(files)")
            for file in files {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }

        @Test("marked sends alone, and the panes: timeline, reasons, postbacks, charts")
        func panes() throws {
            let workspace = try workspace()
            let screen = try screen(workspace)
            try filter("status:bounced", on: screen, in: workspace)
            try screen.press("Down", "v", "v", "v")
            try screen.press("x")
            try screen.see("3 marked sends")
            try screen.press("Escape")
            let marked = try python(readCSV, export("c", "csv", from: screen), in: workspace)
            #expect(marked.count == 4 && marked[0].count == 9)

            try screen.press("Enter")
            try screen.see("▌timeline")
            let entries = try python(readLines, export("n", "ndjson", from: screen), in: workspace)
            #expect(entries.first?.first == "time" && entries.last?[1] == "bounced")
            #expect(try export("m", "md", from: screen).contains("| TIME | EVENT |"))
            try screen.press("p")
            try screen.see("▌postbacks")
            #expect(try export("t", "txt", from: screen).contains("X-Original-To: "))
            try screen.press("x")
            try screen.see("needs rows")
            try screen.press("c")
            try screen.see("There is no csv of postbacks")
            try screen.press("Escape")
            try screen.seeNo("▌export")
            try screen.press("Escape")
            try screen.see("▌timeline")
            try screen.press("Escape")
            try screen.seeNo("▌timeline")
            try screen.press("h")
            try screen.see("▌charts")
            #expect(try export("m", "md", from: screen).contains("```text"))
            try screen.press("Escape")
            try screen.seeNo("▌charts")
            try screen.press("Tab", "Tab")
            try screen.see("▌bounce reasons")
            let reasons = try python(readCSV, export("c", "csv", from: screen), in: workspace)
            #expect(reasons.first?.last == "reason" && reasons.count > 2)
        }

        @Test("masked, no file names anybody, not even while one peeks")
        func masked() throws {
            let workspace = try workspace()
            let screen = try screen(workspace, "--mask")
            try screen.see("MASKED")
            try screen.press("Down")
            for (key, ending) in [("c", "csv"), ("n", "ndjson"), ("m", "md"), ("t", "txt"), ("s", "svg")] {
                let text = try export(key, ending, from: screen).replacing(/[um]\\?~[0-9a-z]{7}/, with: "~")
                #expect(!text.lowercased().contains(People.secret), "\(ending)")
                #expect(text.contains("~"), "\(ending)")
            }
            // What is peeked at is on the screen alone.
            try screen.press("P")
            try screen.see("UNMASKED")
            for (key, ending) in [("s", "svg"), ("t", "txt")] {
                let text = try export(key, ending, from: screen).replacing(/[um]\\?~[0-9a-z]{7}/, with: "~")
                #expect(!text.lowercased().contains(People.secret), "\(ending)")
            }
        }

        @Test("an unknown column is named, and so are those that there are")
        func columns() throws {
            let workspace = try Workspace()
            let run = try Tool.sendtop("export", "sends", "--columns", "time,sttus", in: workspace)
            #expect(run.status == 64 && run.errors.contains("no column sttus; there are time, status, lat"))
            #expect(try Tool.sendtop("export", "events", "--columns", "time", in: workspace).status == 64)
            #expect(try Tool.sendtop("replay", "-", in: workspace).status == 0)
            let none = try Tool.sendtop("export", "sends", "--format", "md", in: workspace)
            #expect(none.output.hasPrefix("| TIME | STATUS | LAT | DISPATCH |") && none.status == 0)
        }
    }
}
