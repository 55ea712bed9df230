/// Something that a person can do with a key: one row of the table that keys, hints and help are made from.
struct Action: Sendable, Hashable {
    /// The action's name, as a user's key file would say it.
    enum ID: String, Sendable, Hashable, CaseIterable {
        case up
        case down
        case pageUp = "page-up"
        case pageDown = "page-down"
        case newest
        case oldest
        case open
        case nextPane = "next-pane"
        case previousPane = "previous-pane"
        case filter
        case pause
        case compose
        case reasons
        case timeline
        case raw
        case codePoints = "code-points"
        case explain
        case peek
        case message
        case charts
        case zoomIn = "zoom-in"
        case zoomOut = "zoom-out"
        case order
        case reverse
        case columns
        case mark
        case markRange = "mark-range"
        case markAll = "mark-all"
        case copy
        case export
        case composeAgain = "compose-again"
        case view
        case saveView = "save-view"
        case theme
        case help
        case command
        case goTo = "go-to"
        case back
        case forward
        case close
        case quit
        case formatUp = "format-up"
        case formatDown = "format-down"
        case takeFormat = "take-format"
        case closeFormats = "close-formats"
        case exportCSV = "export-csv"
        case exportNDJSON = "export-ndjson"
        case exportMarkdown = "export-md"
        case exportText = "export-txt"
        case exportPicture = "export-svg"
        case columnUp = "column-up"
        case columnDown = "column-down"
        case toggleColumn = "toggle-column"
        case columnLeft = "column-left"
        case columnRight = "column-right"
        case orderByColumn = "order-by-column"
        case standardColumns = "standard-columns"
        case closeColumns = "close-columns"
        case saveViewAs = "save-view-as"
        case dontSaveView = "dont-save-view"
        case themeUp = "theme-up"
        case themeDown = "theme-down"
        case themePageUp = "theme-page-up"
        case themePageDown = "theme-page-down"
        case firstTheme = "first-theme"
        case lastTheme = "last-theme"
        case keepTheme = "keep-theme"
        case dropTheme = "drop-theme"
        case keepFilter = "keep-filter"
        case dropFilter = "drop-filter"
        case olderFilter = "older-filter"
        case newerFilter = "newer-filter"
        case runCommand = "run-command"
        case completeCommand = "complete-command"
        case commandAbove = "command-above"
        case commandBelow = "command-below"
        case leavePalette = "leave-palette"
        case nextField = "next-field"
        case previousField = "previous-field"
        case lineUp = "line-up"
        case lineDown = "line-down"
        case accept
        case sendForm = "send-form"
        case choices
        case previousChoice = "previous-choice"
        case nextChoice = "next-choice"
        case takeChoice = "take-choice"
        case closeChoices = "close-choices"
        case request
        case drafts
        case closeForm = "close-form"
        case draftUp = "draft-up"
        case draftDown = "draft-down"
        case loadDraft = "load-draft"
        case saveDraft = "save-draft"
        case deleteDraft = "delete-draft"
        case closeDrafts = "close-drafts"
        case saveDraftAs = "save-draft-as"
        case dontSaveDraft = "dont-save-draft"
        case confirmDelete = "confirm-delete"
        case keepDraft = "keep-draft"
        case confirm
        case takeBack = "take-back"
        case confirmWord = "confirm-word"
        case takeBackWord = "take-back-word"
        case left
        case right
        case lineStart = "line-start"
        case lineEnd = "line-end"
        case wordLeft = "word-left"
        case wordRight = "word-right"
        case selectLeft = "select-left"
        case selectRight = "select-right"
        case selectUp = "select-up"
        case selectDown = "select-down"
        case selectToStart = "select-to-start"
        case selectToEnd = "select-to-end"
        case selectWordLeft = "select-word-left"
        case selectWordRight = "select-word-right"
        case select
        case deleteBack = "delete-back"
        case deleteForward = "delete-forward"
        case deleteWord = "delete-word"
        case deleteToStart = "delete-to-start"
        case deleteToEnd = "delete-to-end"
        case copySelection = "copy-selection"
        case putBack = "put-back"
        case undo
        case redo
        case repaint
        case cancel
    }

    /// Where an action's keys hold.
    enum Scope: String, Sendable, Hashable, CaseIterable {
        case screen = "On every screen"
        case columns = "Among the columns"
        case saving = "When a view is saved"
        case themes = "Among the themes"
        case formats = "When exporting"
        case filter = "In the filter"
        case palette = "In the palette"
        case form = "In the form"
        case choices = "In a list of the form"
        case drafts = "Among the drafts"
        case naming = "When a draft is named"
        case deleting = "When a draft is to be deleted"
        case confirm = "When asked"
        case word = "When asked for a word"
        case field = "In any text"
        case everywhere = "Always"
    }

    let id: ID
    /// Its keys, unless the user's key file gives others.
    let keys: [Key]
    let scope: Scope
    /// A word or two for the hint line.
    let hint: String
    /// One sentence for the help.
    let help: String

    /// The table's row of an action.
    static func row(_ id: ID) -> Action? {
        all.first { $0.id == id }
    }
}
