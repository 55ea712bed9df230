extension Action {
    /// All actions, in the order of the help.
    static let all: [Action] = screen + columns + themes + formats + texts + form + field + everywhere

    private static let screen: [Action] = [
        Action(.up, [.up, .character("k")], .screen, "up", "Go up a row, or scroll up."),
        Action(.down, [.down, .character("j")], .screen, "down", "Go down a row, or scroll down."),
        Action(.pageUp, [.pageUp], .screen, "page up", "Go up a page."),
        Action(.pageDown, [.pageDown], .screen, "page down", "Go down a page."),
        Action(.newest, [.home, .character("g")], .screen, "newest", "Go to the newest send, and follow new ones."),
        Action(.oldest, [.end, .character("G")], .screen, "oldest", "Go to the oldest send."),
        Action(
            .open,
            [.enter],
            .screen,
            "open",
            "Open the send's timeline; among bounce reasons, show the sends that have the reason."
        ),
        Action(.nextPane, [.tab], .screen, "next pane", "Go to the next pane."),
        Action(.previousPane, [.backTab], .screen, "previous pane", "Go to the pane before."),
        Action(
            .filter,
            [.character("/")],
            .screen,
            "filter",
            "Show only sends that pass a filter: words, status:bounced, code:5.1.*, lat>2s, age<15m, or, not, ( )."
        ),
        Action(
            .pause,
            [.character(" ")],
            .screen,
            "pause",
            "Hold the table still while new sends are counted; again to follow them."
        ),
        Action(.compose, [.character("c")], .screen, "compose", "Fill in a form and send it."),
        Action(.reasons, [.character("r")], .screen, "reasons", "Show or hide the bounce reasons."),
        Action(.timeline, [.character("t")], .screen, "timeline", "Show or hide the timeline of the chosen send."),
        Action(
            .raw,
            [.character("p")],
            .screen,
            "postbacks",
            "Show the chosen send's postbacks as they came, with headers."
        ),
        Action(
            .codePoints,
            [.character("u")],
            .screen,
            "code points",
            "Name the characters of the chosen send's texts that hide, move or reorder text, and all beyond ASCII."
        ),
        Action(
            .explain,
            [.character("e")],
            .screen,
            "explain",
            "Say what the bounce or abort reason means, and who must act."
        ),
        Action(
            .peek,
            [.character("P")],
            .screen,
            "peek",
            "Show the chosen send unmasked for five seconds; the ledger keeps who looked."
        ),
        Action(
            .message,
            [.character("m")],
            .screen,
            "message",
            "Show the mail that the sandbox made of the chosen send."
        ),
        Action(
            .charts,
            [.character("h")],
            .screen,
            "charts",
            "Show or hide the charts: each status by time, and how long each step took."
        ),
        Action(
            .zoomIn,
            [.character("+"), .character("=")],
            .screen,
            "shorter",
            "Have figures and charts reach less far back, down to 5 min."
        ),
        Action(
            .zoomOut,
            [.character("-")],
            .screen,
            "longer",
            "Have figures and charts reach further back, up to 24 h."
        ),
        Action(.order, [.character("o")], .screen, "order", "Put the table in order by the next column."),
        Action(.reverse, [.character("O")], .screen, "reverse", "Turn the table's order round."),
        Action(.columns, [.character("|")], .screen, "columns", "Choose the columns, and put them in order."),
        Action(
            .mark,
            [.character("v")],
            .screen,
            "mark",
            "Mark the send, or take its mark away, and go on to the next one."
        ),
        Action(
            .markRange,
            [.character("V")],
            .screen,
            "mark to here",
            "Mark all sends from the one that was marked last."
        ),
        Action(
            .markAll,
            [.character("*")],
            .screen,
            "mark all",
            "Mark all sends that pass the filter; with any marked, take all marks away."
        ),
        Action(.copy, [.character("y")], .screen, "copy ids", "Copy the ids of the marked sends, or of this one."),
        Action(
            .export,
            [.character("x")],
            .screen,
            "export",
            "Write what is shown to a file: the marked sends, or else all that pass the filter."
        ),
        Action(
            .composeAgain,
            [.character("C")],
            .screen,
            "compose again",
            "Fill in the form with what is known of this send."
        ),
        Action(
            .view,
            ScreenMemory.digits.compactMap { "\($0)".first.map(Key.character) },
            .screen,
            "view",
            "Go to a saved view: its filter, order, columns and panes."
        ),
        Action(.saveView, [.character("w")], .screen, "save view", "Save this view under a digit."),
        Action(.theme, [.character("T")], .screen, "theme", "Choose a theme; the screen shows each at once."),
        Action(.help, [.character("?")], .screen, "keys", "Show or hide this list of keys."),
        Action(
            .command,
            [.character(":")],
            .screen,
            "command",
            "Open the palette: find any of these by a few letters of its name, some with an argument."
        ),
        Action(
            .goTo,
            [.character("#")],
            .screen,
            "go to",
            "Go to a send by its id, or by the beginning of its dispatch id; the filter is dropped."
        ),
        Action(
            .back,
            [.character("[")],
            .screen,
            "back",
            "Go back to the place before: its filter, order, chosen send, panes and what was open."
        ),
        Action(.forward, [.character("]")], .screen, "forward", "Go forward to the place that was gone back from."),
        Action(
            .close,
            [.escape],
            .screen,
            "close",
            "Close what is on top; with nothing on top, go back to the table, then take the marks away, then drop the filter."
        ),
        Action(.quit, [.character("q")], .screen, "quit", "Close what is on top; with nothing on top, end sendtop."),
    ]

    private static let columns: [Action] = [
        Action(.columnUp, [.up, .character("k")], .columns, "up", "Go to the column above."),
        Action(.columnDown, [.down, .character("j")], .columns, "down", "Go to the column below."),
        Action(.toggleColumn, [.character(" ")], .columns, "show or hide", "Show the column, or hide it."),
        Action(.columnLeft, [.left, .character("<")], .columns, "further left", "Show the column further left."),
        Action(.columnRight, [.right, .character(">")], .columns, "further right", "Show the column further right."),
        Action(.orderByColumn, [.character("o")], .columns, "order by", "Put the table in order by the column."),
        Action(.standardColumns, [.character("0")], .columns, "standard", "Show what is shown by default."),
        Action(.closeColumns, [.escape, .enter, .character("q"), .character("|")], .columns, "close", "Go back."),
        Action(
            .saveViewAs,
            ScreenMemory.digits.compactMap { "\($0)".first.map(Key.character) },
            .saving,
            "save as",
            "Save the view under the digit, in place of what was there."
        ),
        Action(.dontSaveView, [.escape], .saving, "cancel", "Go back without saving; so does any other key."),
    ]

    private static let themes: [Action] = [
        Action(.themeUp, [.up, .character("k")], .themes, "up", "Show the theme above."),
        Action(.themeDown, [.down, .character("j")], .themes, "down", "Show the theme below."),
        Action(.themePageUp, [.pageUp], .themes, "page up", "Show the theme a page above."),
        Action(.themePageDown, [.pageDown], .themes, "page down", "Show the theme a page below."),
        Action(.firstTheme, [.home, .character("g")], .themes, "first", "Show the first theme."),
        Action(.lastTheme, [.end, .character("G")], .themes, "last", "Show the last theme."),
        Action(.keepTheme, [.enter], .themes, "keep", "Keep the theme, also for the next run."),
        Action(
            .dropTheme,
            [.escape, .character("q"), .character("T")],
            .themes,
            "go back",
            "Go back to the theme from before."
        ),
    ]

    private static let formats: [Action] = [
        Action(.formatUp, [.up, .character("k")], .formats, "up", "Go to the format above."),
        Action(.formatDown, [.down, .character("j")], .formats, "down", "Go to the format below."),
        Action(.takeFormat, [.enter], .formats, "export", "Write the file."),
        Action(.exportCSV, [.character("c")], .formats, "csv", "Write comma-separated values, for a spreadsheet."),
        Action(.exportNDJSON, [.character("n")], .formats, "ndjson", "Write a JSON object a line, for programs."),
        Action(.exportMarkdown, [.character("m")], .formats, "md", "Write Markdown, for a ticket or a chat."),
        Action(.exportText, [.character("t")], .formats, "txt", "Write plain text, for reading."),
        Action(.exportPicture, [.character("s")], .formats, "svg", "Draw a picture of the screen."),
        Action(
            .closeFormats,
            [.escape, .character("q"), .character("x")],
            .formats,
            "cancel",
            "Go back without writing anything."
        ),
    ]

    private static let texts: [Action] = [
        Action(.keepFilter, [.enter], .filter, "keep", "Keep the filter, and go back to the table."),
        Action(.dropFilter, [.escape], .filter, "cancel", "Go back to the filter and the place from before."),
        Action(.olderFilter, [.up], .filter, "older", "Take the filter that was used before."),
        Action(.newerFilter, [.down], .filter, "newer", "Take the filter that was used after."),
        Action(
            .runCommand,
            [.enter],
            .palette,
            "run",
            "Do what is chosen; with an argument still to come, ask for it."
        ),
        Action(.completeCommand, [.tab], .palette, "complete", "Take what is chosen into the text."),
        Action(.commandAbove, [.up], .palette, "above", "Choose the one above."),
        Action(.commandBelow, [.down], .palette, "below", "Choose the one below."),
        Action(.leavePalette, [.escape], .palette, "leave", "Go back without doing anything."),
    ]

    private static let everywhere: [Action] = [
        Action(.repaint, [.control("l")], .everywhere, "repaint", "Paint the whole screen anew."),
        Action(
            .cancel,
            [.control("c")],
            .everywhere,
            "cancel",
            "Leave the text that is being typed; else end sendtop."
        ),
    ]

    init(_ id: ID, _ keys: [Key], _ scope: Scope, _ hint: String, _ help: String) {
        self.init(id: id, keys: keys, scope: scope, hint: hint, help: help)
    }
}
