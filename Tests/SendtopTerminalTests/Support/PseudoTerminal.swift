import Foundation

/// The two ends of a terminal that is none: a program draws on one, a test reads from the other.
final class PseudoTerminal: Sendable {
    let program: Int32
    private let test: Int32

    init(columns: Int = 80, rows: Int = 24) throws {
        // Swift does not see posix_openpt; these are the calls that it makes.
        let unlock: UInt = 0x4004_5431
        let openPeer: UInt = 0x5441
        test = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: Int32 = 0
        guard test >= 0, ioctl(test, unlock, &isLocked) == 0 else { throw POSIXError(.ENXIO) }
        program = ioctl(test, openPeer, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard program >= 0 else { throw POSIXError(.ENXIO) }
        resize(columns: columns, rows: rows)
    }

    deinit {
        close(program)
        close(test)
    }

    /// The name under which another process can open the program's end.
    var path: String {
        get throws {
            guard let name = ttyname(program) else { throw POSIXError(.ENXIO) }
            return String(cString: name)
        }
    }

    func resize(columns: Int, rows: Int) {
        var size = [UInt16(rows), UInt16(columns), 0, 0]
        _ = ioctl(test, UInt(TIOCSWINSZ), &size)
    }

    /// The line settings that the program left, as the system's bytes.
    var settings: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: MemoryLayout<termios>.size) { buffer, count in
            buffer.initialize(repeating: 0)
            count = buffer.count
            tcgetattr(program, UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: termios.self))
        }
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(test, bytes, bytes.count)
    }

    /// Writes as the program until there is no room for a single byte.
    func fill() throws {
        let writer = open("/proc/self/fd/\(program)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard writer >= 0 else { throw POSIXError(.ENXIO) }
        defer { close(writer) }
        for size in [4_096, 1] {
            let bytes = [UInt8](repeating: UInt8(ascii: "."), count: size)
            while write(writer, bytes, bytes.count) > 0 {}
        }
    }

    /// What the program wrote and nobody read yet.
    func output() -> String {
        var result: [UInt8] = []
        var request = pollfd(fd: test, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, 0) > 0 {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(test, &buffer, buffer.count)
            guard count > 0 else { break }
            result += buffer[..<count]
        }
        return String(decoding: result, as: UTF8.self)
    }
}
