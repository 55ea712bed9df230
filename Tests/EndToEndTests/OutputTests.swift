import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("standard output")
    struct OutputTests {
        private let workspace: Workspace
        private let ledger: String

        init() throws {
            workspace = try Workspace()
            ledger = workspace.path("l.sqlite")
            let line = String(decoding: PagePostbacks.delivered("d1"), as: UTF8.self)
            let replay = try Tool.sendtop("replay", "-", "--ledger", ledger, in: workspace, input: line)
            #expect(replay.status == 0, "\(replay.errors)")
        }

        /// Runs the program with its output on a descriptor, which is closed here.
        private func run(
            _ arguments: [String],
            into output: Int32,
            in workspace: Workspace
        ) throws -> (status: Int32, errors: String) {
            let said = workspace.path("errors")
            let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
            let errors = open(said, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            let child = try Child(
                Binary.path,
                arguments,
                environment: workspace.environment,
                descriptors: [input, output, errors]
            )
            [input, output, errors].forEach { close($0) }
            return (child.wait(), try String(contentsOfFile: said, encoding: .utf8))
        }

        @Test("that is lost on a full disk is said, by every command that prints")
        func full() throws {
            let commands = [
                "export sends --ledger L", "export sends --format csv --ledger L",
                "export sends --format json --ledger L",
                "export sends --format txt --ledger L", "export events --ledger L", "ledger info --ledger L",
                "ledger info --format json --ledger L", "ledger rebuild --ledger L", "snapshot -o - --ledger L",
                "config",
                "config --format json", "explain 550 user unknown", "explain --format ndjson 550", "sandbox --outcomes",
                "sandbox --example", "manual", "doctor --listen 127.0.0.1:0",
                "send --campaign 417220e4-5a2a-b634-7f7d-9ec891532368 --to ada --dry-run",
            ]
            for command in commands {
                let run = try run(words(command), into: open("/dev/full", O_WRONLY | O_CLOEXEC), in: workspace)
                #expect(run.status == 1, "\(command)")
                #expect(
                    run.errors == "sendtop: Standard output cannot be written: No space left on device.\n",
                    "\(command)"
                )
            }
        }

        @Test("whose reader had enough is no fault")
        func closed() throws {
            for command in ["export sends --ledger L", "explain --format json 550", "config", "ledger info --ledger L"]
            {
                var ends: [Int32] = [0, 0]
                #expect(pipe(&ends) == 0)
                close(ends[0])
                let run = try run(words(command), into: ends[1], in: workspace)
                #expect(run.status == 0 && run.errors.isEmpty, "\(command): \(run.errors)")
            }
        }

        private func words(_ command: String) -> [String] {
            command.split(separator: " ").map { $0 == "L" ? ledger : String($0) }
        }

        @Test("that a damaged ledger cuts short ends with 2 and a sentence, as a check of the ledger does")
        func damaged() throws {
            let pad = String(repeating: "x", count: 20_000)
            let lines = (0..<60).map { #"{"at":"2020-08-31T18:58:43.\#(100 + $0)Z","body":"{\"a\":\"\#(pad)\"}"}"# }
            let replay = try Tool.sendtop(
                "replay",
                "-",
                "--ledger",
                ledger,
                in: workspace,
                input: lines.joined(separator: "\n")
            )
            #expect(replay.status == 0, "\(replay.errors)")
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: ledger))
            try file.seek(toOffset: 4_096 * 100)
            try file.write(contentsOf: Data(repeating: 0xFF, count: 4_096 * 100))
            try file.close()
            let run = try Tool.sendtop("export", "events", "--ledger", ledger, in: workspace)
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("sendtop: The ledger \(ledger) is damaged ("), "\(run.errors)")
            #expect(try Tool.sendtop("ledger", "check", "--ledger", ledger, in: workspace).status == 2)
        }

        /// Whether no thread of a process has anything to do.
        private func rests(_ process: pid_t) throws -> Bool {
            let folder = "/proc/\(process)/task"
            return try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { thread in
                let line = try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8)
                // The state stands behind the name, which may hold anything.
                return line?.split(separator: ")").last?.hasPrefix(" S") ?? true
            }
        }

        @Test("that does not wait for its reader keeps no processor busy, and loses nothing")
        func nonblocking() throws {
            let lines = (0..<600).map { String(decoding: PagePostbacks.delivered("n\($0)"), as: UTF8.self) }
            let input = lines.joined(separator: "\n")
            #expect(try Tool.sendtop("replay", "-", "--ledger", ledger, in: workspace, input: input).status == 0)
            var ends: [Int32] = [0, 0]
            #expect(pipe(&ends) == 0)
            #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
            let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
            let child = try Child(
                Binary.path,
                ["export", "events", "--ledger", ledger],
                environment: workspace.environment,
                descriptors: [nowhere, ends[1], nowhere]
            )
            close(nowhere)
            try eventually("a writer at rest before a full pipe") {
                var room = pollfd(fd: ends[1], events: Int16(POLLOUT), revents: 0)
                return try poll(&room, 1, 0) == 0 && rests(child.pid) ? true : nil
            }
            close(ends[1])
            let output = try FileHandle(fileDescriptor: ends[0], closeOnDealloc: true).readToEnd() ?? Data()
            #expect(child.wait() == 0)
            #expect(output.count { $0 == UInt8(ascii: "\n") } == 601)
        }

        @Test("that is lost after a send keeps nobody from knowing that it was accepted")
        func send() throws {
            let service = try LocalService()
            let run = try run(
                ["send", "--campaign", "order-confirmation", "--to", "ada"],
                into: open("/dev/full", O_WRONLY | O_CLOEXEC),
                in: service.workspace
            )
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("sendtop: Accepted as "))
            #expect(run.errors.hasSuffix(" Standard output cannot be written: No space left on device.\n"))
        }
    }
}
