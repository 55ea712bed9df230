import CNcurses
import Foundation
public import SendtopUI

/// What can be known of the terminal that standard output leads to, without drawing on it.
public struct TerminalFacts: Sendable, Hashable {
    /// What `TERM` says; `nil` when it says nothing.
    public var type: String?
    /// Whether this machine knows the type.
    public var isKnown: Bool
    public var canMoveCursor: Bool
    /// How many colours it has, as far as they are wanted.
    public var colorDepth: ColorDepth
    /// Whether it can be given more than ASCII.
    public var isUnicode: Bool
    public var size: Size

    /// Reads the facts.
    ///
    /// - Parameter environment: `TERM`, `NO_COLOR` and the variables of the locale count.
    @MainActor
    public static func read(environment: [String: String]) -> TerminalFacts {
        let type = environment["TERM"].flatMap { $0.isEmpty ? nil : $0 }
        var error: Int32 = 0
        let isKnown = type.map { setupterm($0, STDOUT_FILENO, &error) == OK } ?? false
        let isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let hasColors = isKnown && !isColorless && isatty(STDOUT_FILENO) == 1
        let device = try? TerminalDevice(output: STDOUT_FILENO)
        return TerminalFacts(
            type: type,
            isKnown: isKnown,
            canMoveCursor: isKnown && sendtop_capability("cup") != nil,
            colorDepth: hasColors ? ColorDepth(colors: Int(tigetnum("colors"))) : .mono,
            isUnicode: TerminalLocale.setUp(environment: environment),
            size: device?.size ?? Size(columns: 80, rows: 24)
        )
    }
}
