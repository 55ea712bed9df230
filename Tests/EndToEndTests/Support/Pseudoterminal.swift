import Foundation

/// The program on a pseudo-terminal that is read only when the test says so.
final class Pseudoterminal {
    private var master: Int32
    private let name: String
    private let child: Child

    // TIOCSPTLCK and TIOCGPTN, which Swift does not import.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    struct Unavailable: Error {
        let reason: String
    }

    init(
        _ arguments: [String],
        columns: UInt16,
        rows: UInt16,
        in workspace: Workspace,
        type: String = "xterm-256color",
        environment: [String: String] = [:]
    ) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        guard
            master >= 0, ioctl(master, Pseudoterminal.setLock, &unlocked) == 0,
            ioctl(master, Pseudoterminal.getNumber, &number) == 0
        else { throw Unavailable(reason: String(cString: strerror(errno))) }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        name = "/dev/pts/\(number)"
        let slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        defer { close(slave) }
        child = try Child(
            Binary.path,
            arguments,
            environment: workspace.environment.merging(environment) { $1 }.merging(["TERM": type]) { $1 },
            descriptors: [slave, slave, slave]
        )
    }

    deinit {
        hangUp()
    }

    /// Goes away, as a window that is closed.
    func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    /// Writes beside the program until the line has no room for a single byte.
    func fill() {
        let writer = open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        defer { close(writer) }
        for size in [4_096, 1] {
            let bytes = [UInt8](repeating: UInt8(ascii: "."), count: size)
            while write(writer, bytes, bytes.count) > 0 {}
        }
    }

    /// Takes another size, and tells the program.
    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        kill(child.pid, SIGWINCH)
    }

    var pid: Int32 {
        child.pid
    }

    var isRunning: Bool {
        child.isRunning
    }

    /// The exit code of a program that has ended, or 128 and its signal.
    var status: Int32 {
        child.wait()
    }

    /// Reads for some seconds, and returns all that came.
    func read(for seconds: Double) -> [UInt8] {
        var all: [UInt8] = []
        let deadline = Date().addingTimeInterval(seconds)
        while case let rest = deadline.timeIntervalSinceNow, rest > 0 {
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(rest * 1_000)) > 0 else { continue }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = Foundation.read(master, &buffer, buffer.count)
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
        return all
    }

    /// Reads until the program has its screen, and no more to draw on it; or has ended.
    func start() throws -> [UInt8] {
        try read(until: "\u{1B}[?1049h") + settle(quiet: 0.4)
    }

    /// Reads until the program has written a text in one piece, or has ended.
    @discardableResult
    func read(until text: String) throws -> [UInt8] {
        var all: [UInt8] = []
        try eventually("\"\(text)\" in the bytes", last: { String(decoding: all.suffix(2_000), as: UTF8.self) }) {
            all += read(for: 0.05)
            return !isRunning || String(decoding: all, as: UTF8.self).contains(text) ? true : nil
        }
        return all
    }

    /// Reads until the program has taken in what was typed, says nothing for a while, and all of it sleeps: on a
    /// machine that is busy, time alone tells nothing. The end counts as well.
    ///
    /// - Parameter quiet: seconds; longer than it waits for the rest of a key.
    func settle(quiet: Double = 0.06) throws -> [UInt8] {
        var all: [UInt8] = []
        try eventually("a program at rest", last: { String(decoding: all.suffix(2_000), as: UTF8.self) }) {
            let came = read(for: quiet)
            all += came
            return !isRunning || came.isEmpty && hasReadAll && isAsleep ? true : nil
        }
        return all
    }

    /// Reads to the program's end, and all that it left.
    func readToEnd() throws -> [UInt8] {
        var all: [UInt8] = []
        try eventually("the end", last: { String(decoding: all.suffix(2_000), as: UTF8.self) }) {
            all += read(for: 0.05)
            return isRunning ? nil : true
        }
        // Once all is read, the line of a program that has ended is hung up, and that ends the reading.
        return all + read(for: 10)
    }

    /// Whether nothing that was typed waits to be read.
    private var hasReadAll: Bool {
        let line = open(name, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        defer { close(line) }
        var count: Int32 = 0
        return line >= 0 && ioctl(line, UInt(FIONREAD), &count) == 0 && count == 0
    }

    private var isAsleep: Bool {
        let folder = "/proc/\(pid)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return threads.allSatisfy { thread in
            let line = (try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8)) ?? ""
            return line.split(separator: ")").last?.hasPrefix(" S") ?? true
        }
    }

    func type(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// How often the process's threads gave the processor away since their start: a sleeper's wake-ups.
    func wakeUps() throws -> Int {
        let folder = "/proc/\(pid)/task"
        return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { sum, thread in
            let status = (try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
            return sum + (line?.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) } ?? 0)
        }
    }
}
