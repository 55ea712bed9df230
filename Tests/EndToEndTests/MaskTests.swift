import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("masked")
    struct MaskTests {
        /// A ledger of people who cannot be mistaken.
        private func workspace(sends: Int) throws -> Workspace {
            let workspace = try Workspace()
            let recording = workspace.path("recording.ndjson")
            try People.recording(sends: sends).write(toFile: recording, atomically: true, encoding: .utf8)
            let replay = try Tool.sendtop("replay", recording, in: workspace)
            #expect(replay.status == 0, "\(replay.errors)")
            try FileManager.default.removeItem(atPath: recording)
            return workspace
        }

        private func expectMasked(_ text: String, _ place: String, sourceLocation: SourceLocation = #_sourceLocation) {
            // A pseudonym may hold the letters by chance.
            let text = text.replacing(/[um]~[0-9a-z]{7}/, with: "~")
            let found = text.range(of: People.secret, options: .caseInsensitive)
            let context = found.map { range in
                text[..<range.lowerBound].suffix(80) + text[range.lowerBound...].prefix(80)
            }
            #expect(found == nil, "\(place): \(context ?? "")", sourceLocation: sourceLocation)
        }

        @Test("exports, snapshots and plain lines name nobody, and one person by one name")
        func files() throws {
            let workspace = try workspace(sends: 3_000)
            var names: [String: Set<String>] = [:]
            for format in ["ndjson", "json", "csv"] {
                for subject in ["sends", "events"] {
                    let open = try Tool.sendtop("export", subject, "--format", format, in: workspace)
                    #expect(open.output.contains(People.secret))
                    let run = try Tool.sendtop(
                        "export",
                        subject,
                        "--format",
                        format,
                        "--mask",
                        "--mask-properties",
                        "nick",
                        in: workspace
                    )
                    #expect(run.status == 0 && run.output.utf8.count > 100_000, "\(run.errors)")
                    expectMasked(run.output, "\(subject) as \(format)")
                    guard format == "ndjson", subject == "sends" else { continue }
                    for (real, masked) in zip(open.output.split(separator: "\n"), run.output.split(separator: "\n")) {
                        let pair = try [real, masked].map {
                            try JSON(text: String($0)).object?["recipient"]?.string ?? ""
                        }
                        names[pair[0], default: []].insert(pair[1])
                    }
                }
            }
            #expect(names.count > 190 && names.values.allSatisfy { $0.count == 1 })
            #expect(Set(names.values.flatMap(\.self)).count == names.count)
            for name in ["frame.txt", "frame.svg"] {
                let path = workspace.path(name)
                let run = try Tool.sendtop("snapshot", "--mask", "--size", "200x60", "-o", path, in: workspace)
                #expect(run.status == 0)
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(text.contains("u~"))
                expectMasked(text, name)
            }
            let watch = try Background(
                ["--plain", "--mask", "--listen", "127.0.0.1:0"],
                in: workspace,
                name: "plain"
            )
            try watch.waits(for: "u~")
            try watch.end(SIGTERM)
            expectMasked(watch.said, "plain lines")
        }

        @Test("no screen names anybody: every pane, every layer, every notice, the clipboard")
        func screens() throws {
            let workspace = try workspace(sends: 2_000)
            let terminal = try Pseudoterminal(
                ["--mask", "--mask-properties", "nick", "--listen", "127.0.0.1:0"],
                columns: 160,
                rows: 45,
                in: workspace
            )
            var bytes = try terminal.start()
            let journeys = [
                "\u{1B}[B", "\u{1B}[B\u{1B}[B\u{1B}[B", "\r", "\u{1B}[6~", "\u{1B}", "p", "\u{1B}[6~", "\u{1B}", "u",
                "\u{1B}",
                "e", "\u{1B}", "/status:bounced\r", "\u{1B}[B\u{1B}[B", "\r", "p", "\u{1B}", "u", "\u{1B}", "e",
                "\u{1B}", "\u{1B}",
                "\t\t", "\u{1B}[B", "e", "\u{1B}", "\r", "\u{1B}[B", "y", "C", "\u{1B}", "c", "\u{1B}",
                "/\u{15}status:aborted\r",
                "\u{1B}[B", "e", "\u{1B}", "/\u{15}status:rejected\r", "\u{1B}[B", "p", "\u{1B}", "vvv", "y", "x\r",
                "xm", "xt", "xn", "xs",
                "p", "xt", "\u{1B}", "u", "xm", "\u{1B}", "\r", "xt", "xc", "\u{1B}", "\r", "xm", "xc",
                "\u{1B}", "*",
                "*",
                "ooooooooo", "O", "|\u{1B}", "T", "?", "\u{1B}", "/\u{15}to:person\r", "/\u{15}\r", "G", "g", "w1", "1",
                "m", "\u{C}",
            ]
            for keys in journeys {
                terminal.type(keys)
                bytes += try terminal.settle(quiet: 0.15)
            }
            bytes += try terminal.settle(quiet: 0.5)
            let text = String(decoding: bytes, as: UTF8.self)
            for word in [
                "u~", "m~", "***", "dispatch_id", "bounced", "X-Original-To", "clipboard", "MASKED",
            ] {
                #expect(text.contains(word), "\(word) was never on the screen")
            }
            expectMasked(text, "the terminal")
            let copies = text.split(separator: "\u{1B}]52;c;").dropFirst().compactMap { part in
                Data(base64Encoded: String(part.prefix { $0.isLetter || $0.isNumber || "+/=".contains($0) }))
            }
            #expect(!copies.isEmpty)
            for copy in copies { expectMasked(String(decoding: copy, as: UTF8.self), "a copy") }
            let exports = workspace.path(".local/state/sendtop/exports")
            let files = try FileManager.default.contentsOfDirectory(atPath: exports)
            #expect(!files.isEmpty)
            for file in files {
                expectMasked(try String(contentsOfFile: exports + "/" + file, encoding: .utf8), file)
            }
        }

        @Test("a peek shows a send, is recorded before, and is over after five seconds")
        func peek() throws {
            let workspace = try workspace(sends: 20)
            let screen = try TerminalSession(
                "\(Binary.path) --mask --listen 127.0.0.1:0",
                columns: 120,
                rows: 36,
                in: workspace
            )
            try screen.see("MASKED")
            try screen.see("u~")
            try screen.press("Down")
            try screen.see("timeline")
            let start = Date()
            try screen.press("P")
            // Both at once: neither stays.
            try screen.seeRows("the send, unmasked") { $0.show([["UNMASKED"], [People.secret]]) }
            try eventually("the mask again", last: { screen.screen }) {
                screen.screen.lowercased().contains(People.secret) ? nil : true
            }
            #expect((4...15).contains(Date().timeIntervalSince(start)))
            let events = try Tool.sendtop("export", "events", in: workspace).output
            #expect(events.split(separator: "\n").last?.contains(#""kind":"peeked""#) == true)
            try screen.see("seen unmasked by")
        }

        @Test("the sandbox's mail names nobody either")
        func mail() throws {
            let service = try LocalService()
            let sent = try Tool.sendtop(
                "send",
                "--campaign",
                "order-confirmation",
                "--to",
                "zqvxkada",
                "--attribute",
                "first_name=Zqvxkaugusta",
                "--attribute",
                "email=zqvxkada@people.example",
                in: service.workspace
            )
            #expect(sent.status == 0, "\(sent.errors)")
            let again = try Tool.sendtop(
                "send",
                "--campaign",
                "order-confirmation",
                "--to",
                "zqvxkada",
                in: service.workspace
            )
            #expect(again.status == 0, "\(again.errors)")
            let screen = try service.monitor(options: "--mask")
            try screen.see("u~")
            try screen.press("Down")
            try screen.see("timeline")
            try eventually("the mail", last: { screen.screen }) {
                try screen.press("m")
                let answer = try eventually("the sandbox's answer", last: { screen.screen }) {
                    ["Order received", "The sandbox has no mail"].first { screen.screen.contains($0) }
                }
                if answer == "Order received" { return true }
                try screen.press("Escape")
                try screen.seeNo(answer)
                return nil
            }
            try screen.see("to       m~")
            expectMasked(screen.screen, "the mail")
        }
    }
}
