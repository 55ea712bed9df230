import CNcurses
import Foundation

/// Gives the terminal back when the program dies of a fault, of a Swift trap, or of a signal that nobody handles.
///
/// The state is the process' own, in C, since no Swift code can run in a signal handler; hence one at a time. While it
/// is armed, standard error leads into a file in memory: the runtime's last words would be lost on a screen that is
/// about to go. They are repeated once the terminal is back.
@MainActor
struct CrashGuard {
    private let device: TerminalDevice
    private let standardError: Int32
    private let report: Int32
    /// More than this is cut, so that a chatty library cannot fill the memory.
    private static let reportLimit = 1 << 20

    /// Arms the guard.
    init(device: TerminalDevice, leavingBytes: [UInt8]) {
        self.device = device
        standardError = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
        report = sendtop_memory_file()
        arm(leavingBytes: leavingBytes)
    }

    /// Arms the guard again after `leave`.
    func arm(leavingBytes: [UInt8]) {
        prepare(leavingBytes: leavingBytes)
        if standardError >= 0, report >= 0 { dup2(report, STDERR_FILENO) }
        var settings = device.original
        sendtop_crash_arm(device.descriptor, &settings, standardError, report)
    }

    /// Changes the bytes that give the terminal back.
    func prepare(leavingBytes: [UInt8]) {
        sendtop_crash_prepare(leavingBytes, leavingBytes.count)
    }

    /// Gives the terminal back now, within a time, and disarms.
    func leave(with bytes: [UInt8], within wait: Duration) {
        var settings = device.original
        sendtop_leave(device.descriptor, bytes, bytes.count, &settings, Int32(wait / .milliseconds(1)))
        sendtop_crash_disarm()
        sendtop_release_error(standardError, report)
        if report >= 0 { ftruncate(report, 0) }
    }

    /// Keeps what was written to standard error meanwhile within bounds.
    func trimReport() {
        guard report >= 0 else { return }
        if lseek(report, 0, SEEK_END) > CrashGuard.reportLimit { ftruncate(report, 0) }
    }

    /// Lets go of what it opened. Nothing else may be called afterwards.
    func close() {
        for descriptor in [standardError, report] where descriptor >= 0 { Foundation.close(descriptor) }
    }
}
