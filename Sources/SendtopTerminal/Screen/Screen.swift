import CNcurses
import Foundation
import SendtopUI

/// Turns frames into the bytes that a terminal needs to show them; the only code that calls curses.
///
/// Curses writes into a file in memory instead of to the terminal, so that a terminal that takes no more bytes cannot
/// stop the program inside of a write that never ends. Who made the screen passes the bytes on, all of them and in
/// order: curses knows what the terminal shows by what it wrote.
@MainActor
final class Screen {
    let type: String
    let depth: ColorDepth
    private(set) var size: Size
    var theme: Theme {
        didSet {
            guard theme != oldValue else { return }
            forget()
            // A terminal may have room for no more pairs than one theme needs.
            pairs = ColorPairs()
        }
    }

    private let screen: OpaquePointer
    private let file: UnsafeMutablePointer<FILE>
    var pairs = ColorPairs()
    var paints: [Style: (attributes: Int32, pair: Int32)] = [:]
    /// What the window holds; `nil` when that is not known.
    var drawn: Frame?
    private var isEntered = false
    private let folding: ResetFolding?
    /// Whether the next update paints every cell.
    private var isWhole = true
    /// The rows that curses has scroll at the start: as many as terminfo says, since it has no terminal to ask.
    private var startRegion: [UInt8]?

    /// Starts curses for the terminal that the environment names, or for a common one when this machine does not
    /// know that.
    init(theme: Theme, size: Size, environment: [String: String]) throws(TerminalError) {
        guard let named = environment["TERM"], !named.isEmpty else { throw .noType }
        let descriptor = sendtop_memory_file()
        guard descriptor >= 0, let file = fdopen(descriptor, "w+") else {
            throw .unusable(String(cString: strerror(errno)))
        }
        let types = [named, "xterm-256color", "vt100"]
        guard let (type, screen) = Screen.start(types, file: file) else {
            fclose(file)
            throw .unknownType(named)
        }
        guard sendtop_capability("cup") != nil else {
            endwin()
            delscreen(screen)
            fclose(file)
            throw .cannotMoveCursor(type: type)
        }
        let isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        var current = screen
        var isDirect = false
        if !isColorless, Screen.hasDirectColor(environment) {
            // Two screens at a time would share what curses keeps for one.
            let entry = TerminfoEntry().variable
            delscreen(screen)
            let own = sendtop_newterm_held(TerminfoEntry.name, entry, file)
            guard let again = own ?? sendtop_newterm(type, file) else { throw .unknownType(named) }
            lseek(descriptor, 0, SEEK_SET)
            isDirect = own != nil
            current = again
        }
        self.type = type
        self.screen = current
        self.file = file
        self.theme = theme
        self.size = size
        let hasColors = !isColorless && has_colors() && start_color() == OK && use_default_colors() == OK
        depth = hasColors ? ColorDepth(colors: Int(tigetnum("colors")), isOurs: isDirect) : .mono
        folding = ResetFolding(reset: Screen.unpadded(sendtop_capability("sgr0")))
        startRegion = Screen.region(rows: Int(getmaxy(sendtop_stdscr())))
        typeahead(-1)
        nonl()
        leaveok(sendtop_stdscr(), true)
        resizeterm(Int32(size.rows), Int32(size.columns))
    }

    private static func start(_ types: [String], file: UnsafeMutablePointer<FILE>) -> (String, OpaquePointer)? {
        for type in types {
            if let screen = sendtop_newterm(type, file) { return (type, screen) }
        }
        return nil
    }

    /// Whether the terminal that curses runs can be told colours of 24 bits.
    ///
    /// Entries of others that say so are replaced as well: in those, the numbers of the palette's bright colours mean
    /// shades of black.
    private static func hasDirectColor(_ environment: [String: String]) -> Bool {
        let colors = tigetnum("colors")
        guard sendtop_capability("op") != nil else { return false }
        return colors > 256 || (colors == 256 && DirectColor.isWanted(environment: environment))
    }

    /// The bytes that turn what the terminal shows into a frame.
    func update(to frame: Frame) -> [UInt8] {
        set_term(screen)
        write(frame)
        place(frame.cursor)
        wnoutrefresh(sendtop_stdscr())
        doupdate()
        let written = withRegion(takeBytes())
        let bytes = folding?.folded(written, keepsFirst: isWhole) ?? written
        isWhole = false
        guard !isEntered else { return bytes }
        // Curses resets the palette whenever it takes the screen; it is the user's, and we never change it.
        let reset = Screen.unpadded(sendtop_capability("oc"))
        isEntered = true
        return reset.isEmpty ? bytes : bytes.replacing(reset, with: [])
    }

    /// Has all rows scroll when all are painted: where only some do, the cursor does not get past the last of them.
    private func withRegion(_ bytes: [UInt8]) -> [UInt8] {
        guard isWhole else { return bytes }
        let region = Screen.region(rows: size.rows)
        guard let start = startRegion, !start.isEmpty else {
            // Not before the other screen is entered: to set the region moves the cursor, and entering saves its place.
            let enter = Screen.unpadded(sendtop_capability("smcup"))
            guard !enter.isEmpty, let place = bytes.firstRange(of: enter) else { return region + bytes }
            return bytes[..<place.upperBound] + region + bytes[place.upperBound...]
        }
        startRegion = nil
        return bytes.replacing(start, with: region)
    }

    private static func region(rows: Int) -> [UInt8] {
        unpadded(sendtop_region(Int32(rows) - 1))
    }

    /// Has the next update paint every cell, whatever the terminal shows.
    func repaint() {
        set_term(screen)
        forget()
        isWhole = true
        clearok(sendtop_stdscr(), true)
    }

    /// Follows the terminal to another size.
    func resize(to size: Size) {
        guard size != self.size else { return }
        set_term(screen)
        self.size = size
        resizeterm(Int32(size.rows), Int32(size.columns))
        repaint()
    }

    /// Has curses expect that something else draws on the terminal until the next update.
    func suspend() {
        set_term(screen)
        endwin()
        isEntered = false
        _ = takeBytes()
    }

    /// The bytes that leave the terminal as it was, whatever it was in the middle of.
    func leavingBytes() -> [UInt8] {
        set_term(screen)
        var bytes: [UInt8] = []
        for name in ["sgr0", "op"] { bytes += Screen.unpadded(sendtop_capability(name)) }
        bytes += Screen.unpadded(sendtop_move(Int32(size.rows) - 1, 0))
        for name in ["el", "rmcup", "cnorm"] { bytes += Screen.unpadded(sendtop_capability(name)) }
        return bytes
    }

    /// Ends curses. Nothing else may be called afterwards.
    func close() {
        set_term(screen)
        endwin()
        delscreen(screen)
        fclose(file)
    }

    func forget() {
        drawn = nil
        paints = [:]
    }

    /// What curses wrote since the last time.
    private func takeBytes() -> [UInt8] {
        let descriptor = fileno(file)
        let count = lseek(descriptor, 0, SEEK_CUR)
        guard count > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = max(0, pread(descriptor, buffer.baseAddress, count, 0))
        }
        lseek(descriptor, 0, SEEK_SET)
        return bytes
    }

    /// A terminfo string without its pauses (`$<5>`), which no terminal needs that can be had today.
    private static func unpadded(_ capability: UnsafePointer<CChar>?) -> [UInt8] {
        guard let capability else { return [] }
        return Array(String(cString: capability).replacing(/\$<[^>]*>/, with: "").utf8)
    }
}
