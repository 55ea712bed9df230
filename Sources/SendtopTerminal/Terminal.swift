import Foundation
public import SendtopUI

/// A real terminal that shows frames and yields keys.
///
/// Nothing here waits for the terminal: what it does not take at once is kept, and frames that come meanwhile are
/// skipped but for the last one. From `open` to `close` the whole screen belongs to the program; whatever ends the
/// program gives it back.
///
/// ```swift
/// let terminal = try Terminal.open(theme: theme)
/// defer { terminal.close() }
/// terminal.listen { input in … }
/// terminal.draw(frame)
/// ```
@MainActor
public final class Terminal {
    /// How many colours the terminal has.
    public var colorDepth: ColorDepth { screen.depth }
    /// The terminal's type that is in use; another one than the environment names when this machine knows not that.
    public var type: String { screen.type }
    /// Whether the terminal can be given more than ASCII. The Linux console's fonts hold few of the shapes that screens
    /// are drawn with, so it counts as one that cannot.
    public let isUnicode: Bool
    /// How many bytes the terminal took since `open`.
    public var byteCount: Int { line.byteCount }
    /// Whether the terminal took all that was drawn; otherwise it is slow, or reads no more.
    public var isFree: Bool { line.isFree }
    /// The colours. After a change the last frame has to be drawn again.
    public var theme: Theme {
        get { screen.theme }
        set { screen.theme = newValue }
    }

    /// Bracketed paste, reports of the focus, and of the mouse with places of any number.
    private struct Modes {
        var on = Array("\u{1B}[?2004h\u{1B}[?1004h".utf8)
        var off = Array("\u{1B}[?2004l\u{1B}[?1004l".utf8)

        init(hasMouse: Bool) {
            guard hasMouse else { return }
            on += Array("\u{1B}[?1002h\u{1B}[?1006h".utf8)
            off += Array("\u{1B}[?1006l\u{1B}[?1002l".utf8)
        }
    }

    /// The longest that a terminal that takes no more bytes delays the end.
    private static let patience = Duration.seconds(2)

    private let device: TerminalDevice
    private let screen: Screen
    private let line: OutputLine
    private let crashGuard: CrashGuard
    private let modes: Modes
    private let copyRoute: CopyRoute
    private var keyboard: Keyboard?
    /// The newest frame that was asked for, and whether the terminal has it.
    private var frame: Frame
    private var isFrameSent = false
    private var state = State.shown

    private enum State {
        case shown
        case suspended
        case closed
    }

    /// Takes the terminal that standard output leads to, and clears it.
    ///
    /// - Parameters:
    ///   - theme: the colours; `theme` changes them later.
    ///   - environment: `TERM`, `COLORTERM`, `NO_COLOR`, those of multiplexers and of the locale count.
    ///   - hasMouse: whether clicks come as keys; the terminal then selects text only while Shift is held.
    /// - Throws: `TerminalError` when there is nothing to draw on; the terminal is then as it was.
    public static func open(
        theme: Theme,
        environment: [String: String],
        hasMouse: Bool
    ) throws(TerminalError) -> Terminal {
        try open(theme: theme, environment: environment, hasMouse: hasMouse, output: STDOUT_FILENO)
    }

    /// Takes the terminal that a descriptor leads to.
    static func open(
        theme: Theme,
        environment: [String: String],
        hasMouse: Bool = true,
        output: Int32
    ) throws(TerminalError) -> Terminal {
        let device = try TerminalDevice(output: output)
        try device.awaitForeground()
        let isUnicode = TerminalLocale.setUp(environment: environment)
        let screen = try Screen(theme: theme, size: device.size, environment: environment)
        return Terminal(
            device: device,
            screen: screen,
            isUnicode: isUnicode && !screen.type.hasPrefix("linux"),
            modes: Modes(hasMouse: hasMouse),
            copyRoute: CopyRoute(environment: environment)
        )
    }

    private init(device: TerminalDevice, screen: Screen, isUnicode: Bool, modes: Modes, copyRoute: CopyRoute) {
        self.device = device
        self.screen = screen
        self.isUnicode = isUnicode
        self.modes = modes
        self.copyRoute = copyRoute
        line = OutputLine(device: device)
        frame = Frame(size: screen.size)
        crashGuard = CrashGuard(device: device, leavingBytes: modes.off + screen.leavingBytes())
        line.onFree = { [weak self] in self?.sendFrame() }
        show()
    }

    /// The terminal's size when it was opened or last asked for with `resize`.
    public var size: Size {
        screen.size
    }

    /// Hands on what comes from the terminal, until it is closed.
    public func listen(_ handler: @escaping @MainActor (TerminalInput) -> Void) {
        keyboard?.cancel()
        keyboard = Keyboard(device: device, handler: handler)
    }

    /// Shows a frame, now or, while the terminal still takes an earlier one, as soon as it has that.
    ///
    /// Only what differs is sent. A frame of another size than the terminal's is cut, or fills the upper left.
    public func draw(_ frame: Frame) {
        self.frame = frame
        isFrameSent = false
        crashGuard.trimReport()
        sendFrame()
    }

    /// Puts text where the terminal pastes from, also over ssh, where the terminal allows it (OSC 52).
    ///
    /// - Returns: how it went there, or `nil` when it is too long: more than `copyLimit` bytes.
    public func copy(_ text: String) -> CopyRoute? {
        let bytes = Array(text.utf8)
        guard bytes.count <= Terminal.copyLimit, state == .shown else { return nil }
        line.send(copyRoute.bytes(copying: bytes))
        return copyRoute
    }

    /// Terminals drop longer sequences.
    public static let copyLimit = 74_000

    /// Asks for the terminal's size, follows it, and returns it. The next frame is painted in full if it changed.
    public func resize() -> Size {
        guard state == .shown, device.size != screen.size else { return screen.size }
        screen.resize(to: device.size)
        crashGuard.prepare(leavingBytes: leavingBytes)
        return screen.size
    }

    /// Paints every cell of the last frame anew, whatever else has drawn on the terminal.
    public func repaint() {
        screen.repaint()
        draw(frame)
    }

    /// Gives the terminal back for a while, so that the program can stop.
    public func suspend() {
        guard state == .shown else { return }
        state = .suspended
        leave()
        screen.suspend()
    }

    /// Takes the terminal again after `suspend`, in whatever size it is now, and shows the last frame.
    ///
    /// Continued in the background, the process stops again until it is in the foreground.
    /// - Throws: `TerminalError` when no shell is left that could bring it there.
    public func resume() throws(TerminalError) {
        guard state == .suspended else { return }
        try device.awaitForeground()
        state = .shown
        screen.resize(to: device.size)
        screen.repaint()
        crashGuard.arm(leavingBytes: leavingBytes)
        show()
    }

    /// Gives the terminal back: the screen, the cursor and the line settings are as they were.
    ///
    /// Takes 2 s at most, also when the terminal takes no more bytes.
    public func close() {
        guard state != .closed else { return }
        keyboard?.cancel()
        if state == .shown { leave() }
        state = .closed
        screen.close()
        crashGuard.close()
    }

    private func show() {
        device.enterKeyMode()
        isFrameSent = true
        line.send(screen.update(to: frame) + modes.on)
    }

    private func leave() {
        // The rest of a frame is of no use any more, but it may be the rest of a sequence, too.
        let isCut = line.drop()
        crashGuard.leave(with: (isCut ? [0x18] : []) + leavingBytes, within: Terminal.patience)
    }

    private var leavingBytes: [UInt8] {
        modes.off + screen.leavingBytes()
    }

    private func sendFrame() {
        guard state == .shown, !isFrameSent, line.isFree else { return }
        isFrameSent = true
        line.send(screen.update(to: frame))
    }
}
