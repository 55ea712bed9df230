import CNcurses
import Foundation

/// The process' locale for characters, without which curses mangles them.
enum TerminalLocale {
    /// Sets the locale, and says whether it is a UTF-8 one; otherwise ASCII must do.
    ///
    /// A locale that the environment names and that is no UTF-8 one (`C`, say) is kept. When it names none, or this
    /// machine lacks the UTF-8 one that it names, `C.UTF-8` stands in.
    @MainActor
    static func setUp(environment: [String: String]) -> Bool {
        let wanted = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let isTaken = setlocale(LC_CTYPE, wanted ?? "C.UTF-8") != nil
        if !isTaken, isUTF8(wanted ?? "") { setlocale(LC_CTYPE, "C.UTF-8") }
        guard let codeset = nl_langinfo(Int32(CODESET)) else { return false }
        return isUTF8(String(cString: codeset))
    }

    private static func isUTF8(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }
}
