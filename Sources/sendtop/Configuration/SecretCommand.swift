import Foundation

/// A command of the user's whose output is a secret.
struct SecretCommand {
    private let command: String

    /// Milliseconds after which a command that prints nothing is looked after.
    private static let pause: Int32 = 50

    init(_ command: String) {
        self.command = command
    }

    /// Runs it, and waits for its end on this thread; what does not end, or is no longer wanted since the task was
    /// cancelled, is killed with all that it started.
    ///
    /// - Parameter limit: how long it may take; for ever without one.
    func output(within limit: TimeSpan?) throws(SecretSource.Failure) -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        do {
            try process.run()
        } catch {
            throw SecretSource.Failure(reason: "the command could not be started")
        }
        let watch = SignalledEnd(killing: process.processIdentifier)
        defer { watch.end() }
        let deadline = limit.map { ContinuousClock.now + .milliseconds($0.milliseconds) }
        var output = Data()
        var isOpen = true
        while isOpen || process.isRunning {
            if isOpen {
                isOpen = SecretCommand.read(pipe.fileHandleForReading.fileDescriptor, into: &output)
            } else {
                poll(nil, 0, 5)
            }
            let isLate = deadline.map { ContinuousClock.now >= $0 } ?? false
            guard isLate || Task.isCancelled else { continue }
            // The shell leads a process group of its own.
            kill(-process.processIdentifier, SIGKILL)
            guard let limit, isLate else { throw SecretSource.Failure(reason: "the command was stopped") }
            throw SecretSource.Failure(reason: "the command did not end within \(limit.defaultValueDescription)")
        }
        guard process.terminationStatus == 0 else {
            throw SecretSource.Failure(reason: "the command ended with status \(process.terminationStatus)")
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Reads what is there, or comes soon.
    ///
    /// - Returns: whether more may come.
    private static func read(_ descriptor: Int32, into output: inout Data) -> Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, pause) > 0 else { return true }
        var part = [UInt8](repeating: 0, count: 1 << 12)
        let count = Foundation.read(descriptor, &part, part.count)
        if count < 0 { return errno == EINTR }
        output += part[..<count]
        return count > 0
    }
}
