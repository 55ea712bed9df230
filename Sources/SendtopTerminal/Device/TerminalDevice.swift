import CNcurses
import Foundation
import SendtopUI

/// The terminal as the system has it: its bytes, its size, its line settings.
///
/// It is opened anew, so that it can be made never to block without making the shell's terminal so too: `O_NONBLOCK`
/// belongs to what was opened, which the shell and everything started from it share.
@MainActor
final class TerminalDevice {
    let descriptor: Int32
    /// The line settings that were there before.
    let original: termios
    /// Whether reads and writes return at once. If not, bytes are written a few at a time, once there is room.
    let isOwn: Bool

    /// Opens the terminal that a descriptor leads to.
    init(output: Int32) throws(TerminalError) {
        guard isatty(output) == 1 else { throw .notATerminal }
        let own = TerminalDevice.reopen(output)
        let descriptor = own ?? fcntl(output, F_DUPFD_CLOEXEC, 0)
        var settings = termios()
        guard descriptor >= 0, tcgetattr(descriptor, &settings) == 0 else {
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { Foundation.close(descriptor) }
            throw .unusable(reason)
        }
        self.descriptor = descriptor
        isOwn = own != nil
        original = settings
    }

    deinit {
        Foundation.close(descriptor)
    }

    /// Opens the terminal by its name or, when its name is hidden or another user's, as the controlling terminal.
    private static func reopen(_ descriptor: Int32) -> Int32? {
        let flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
        if let name = ttyname(descriptor) {
            let opened = open(name, flags)
            if opened >= 0 { return opened }
        }
        let controlling = open("/dev/tty", flags)
        guard controlling >= 0 else { return nil }
        if tcgetsid(controlling) == tcgetsid(descriptor) { return controlling }
        Foundation.close(controlling)
        return nil
    }

    /// The terminal's size now; 80 by 24 when it does not say, and no more of it than anybody could see.
    var size: Size {
        let limit: UInt16 = 1_000
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return Size(columns: 80, rows: 24)
        }
        return Size(columns: Int(min(window.ws_col, limit)), rows: Int(min(window.ws_row, limit)))
    }

    /// Whether another job has the terminal, as when the shell started this one with `&`.
    private var isOthers: Bool {
        let group = tcgetpgrp(descriptor)
        return group > 0 && group != getpgrp()
    }

    /// Stops the process while another job has the terminal, as the system stops whoever sets a terminal of others.
    ///
    /// The system does not do so by itself here: the threads that run this block all signals.
    /// - Throws: `unusable` when there is no shell left that could stop and continue it.
    func awaitForeground() throws(TerminalError) {
        var vainTries = 0
        while isOthers {
            let start = ContinuousClock.now
            var stop = sigset_t()
            var blocked = sigset_t()
            sigemptyset(&stop)
            sigaddset(&stop, SIGTTOU)
            pthread_sigmask(SIG_UNBLOCK, &stop, &blocked)
            raise(SIGTTOU)
            pthread_sigmask(SIG_SETMASK, &blocked, nil)
            // A process that nobody could continue is not stopped.
            vainTries = ContinuousClock.now - start < .milliseconds(1) ? vainTries + 1 : 0
            guard vainTries < 3 else { throw .unusable("it belongs to another job") }
        }
    }

    /// Has every key come at once and unseen. Control-C is a key, since it leaves a text that is being typed; Control-S
    /// stops nothing.
    func enterKeyMode() {
        var settings = original
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
        settings.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | ISTRIP | IXON)
        withUnsafeMutableBytes(of: &settings.c_cc) { characters in
            characters[Int(VINTR)] = 0
        }
        // What curses writes is what the terminal gets.
        settings.c_oflag &= ~tcflag_t(OPOST)
        set(settings)
    }

    /// Not `TCSADRAIN`, which would wait for a terminal that takes no more bytes.
    private func set(_ settings: termios) {
        var settings = settings
        while tcsetattr(descriptor, TCSANOW, &settings) != 0, errno == EINTR {}
    }
}
