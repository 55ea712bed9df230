import CNcurses
import Foundation

/// A compiled terminfo entry, made in memory from that of the terminal which curses runs.
///
/// Entries for colours of 24 bits (`xterm-direct`) are on few machines and stand for few terminals. So this takes all
/// that the terminal's own entry says, changes what is said of colours, and hands it to curses through `TERMINFO`,
/// which may hold an entry itself: nothing is shipped beside the program, and nothing is written.
///
/// Source: term(5), "Extended Number Format" and "Extended Storage Format"; ncurses(3), `TERMINFO`.
@MainActor
struct TerminfoEntry {
    /// The name under which curses finds the entry.
    static let name = "sendtop-direct"

    private static let magic = 0x021E
    private static let colorCount: Int32 = 1 << 24
    private static let pairCount: Int32 = 1 << 15
    /// What redefines the palette, which is the user's.
    private static let dropped: Set<String> = ["ccc", "hls", "initc", "initp", "oc", "scp", "setf", "setb"]

    private var flags: [UInt8] = []
    private var numbers: [Int32] = []
    private var offsets: [Int] = []
    private var texts: [UInt8] = []

    /// The entry of the terminal that curses runs, with colours of 24 bits.
    init() {
        for name in TerminfoEntry.names(sendtop_boolean_name) {
            flags.append(TerminfoEntry.dropped.contains(name) ? 0 : tigetflag(name) > 0 ? 1 : 0)
        }
        for name in TerminfoEntry.names(sendtop_number_name) {
            switch name {
            case "colors": numbers.append(TerminfoEntry.colorCount)
            case "pairs": numbers.append(TerminfoEntry.pairCount)
            default: numbers.append(max(-1, tigetnum(name)))
            }
        }
        for name in TerminfoEntry.names(sendtop_string_name) {
            switch name {
            case "setaf": add(DirectColor.capability(3))
            case "setab": add(DirectColor.capability(4))
            case _ where TerminfoEntry.dropped.contains(name): add(nil)
            default: add(sendtop_capability(name).map { String(cString: $0) })
            }
        }
    }

    private mutating func add(_ text: String?) {
        offsets.append(text == nil ? 0xFFFF : texts.count)
        if let text { texts += Array(text.utf8) + [0] }
    }

    /// The value of `TERMINFO` that holds the entry.
    var variable: String {
        "TERMINFO=b64:" + Data(bytes).base64EncodedString()
    }

    private var bytes: [UInt8] {
        let title = Array("\(TerminfoEntry.name)|the terminal's own entry with colours of 24 bits".utf8) + [0]
        var bytes: [UInt8] = []
        for count in [TerminfoEntry.magic, title.count, flags.count, numbers.count, offsets.count, texts.count] {
            bytes += TerminfoEntry.short(count)
        }
        bytes += title + flags
        if !bytes.count.isMultiple(of: 2) { bytes.append(0) }
        for number in numbers { bytes += withUnsafeBytes(of: number.littleEndian, Array.init) }
        for offset in offsets { bytes += TerminfoEntry.short(offset) }
        bytes += texts
        if !bytes.count.isMultiple(of: 2) { bytes.append(0) }
        return bytes + TerminfoEntry.extensions
    }

    /// `AX`: the default colours can be had. `RGB`: colours are of 24 bits.
    private static var extensions: [UInt8] {
        let names = ["AX", "RGB"].map { Array($0.utf8) + [0] }
        let hasDefaults: UInt8 = tigetflag("AX") > 0 ? 1 : 0
        var bytes: [UInt8] = []
        for count in [names.count, 0, 0, names.count, names.joined().count] { bytes += short(count) }
        bytes += [hasDefaults, 1]
        var offset = 0
        for name in names {
            bytes += short(offset)
            offset += name.count
        }
        return bytes + names.joined()
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    /// The names of all capabilities of a kind, in the order of the compiled form.
    private static func names(_ name: (Int32) -> UnsafePointer<CChar>?) -> [String] {
        var names: [String] = []
        while let next = name(Int32(names.count)) { names.append(String(cString: next)) }
        return names
    }
}
