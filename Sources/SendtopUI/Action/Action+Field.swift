extension Action {
    /// What every text that is typed has keys for.
    static let field: [Action] = moves + selecting + edits

    private static let moves: [Action] = [
        Action(.left, [.left, .control("b")], .field, "left", "Go left; in the campaign's list, the one before."),
        Action(.right, [.right, .control("f")], .field, "right", "Go right; in the campaign's list, the next one."),
        Action(.lineStart, [.home, .control("a")], .field, "start", "Go to the start of the line."),
        Action(.lineEnd, [.end, .control("e")], .field, "end", "Go to the end of the line."),
        Action(.wordLeft, [.modified(.left, .control)], .field, "word left", "Go to the start of the word."),
        Action(.wordRight, [.modified(.right, .control)], .field, "word right", "Go to the end of the word."),
    ]

    private static let selecting: [Action] = [
        Action(.selectLeft, [.modified(.left, .shift)], .field, "select", "Select to the left."),
        Action(.selectRight, [.modified(.right, .shift)], .field, "select", "Select to the right."),
        Action(.selectUp, [.modified(.up, .shift)], .field, "select", "Select to the line above."),
        Action(.selectDown, [.modified(.down, .shift)], .field, "select", "Select to the line below."),
        Action(.selectToStart, [.modified(.home, .shift)], .field, "select", "Select to the start of the line."),
        Action(.selectToEnd, [.modified(.end, .shift)], .field, "select", "Select to the end of the line."),
        Action(
            .selectWordLeft,
            [.modified(.left, .controlShift)],
            .field,
            "select",
            "Select to the start of the word."
        ),
        Action(
            .selectWordRight,
            [.modified(.right, .controlShift)],
            .field,
            "select",
            "Select to the end of the word."
        ),
        Action(.select, [.control(" ")], .field, "select", "Begin to select with the keys that move, or stop."),
    ]

    private static let edits: [Action] = [
        Action(
            .deleteBack,
            [.backspace, .control("h")],
            .field,
            "delete",
            "Delete the selection, or the character before."
        ),
        Action(
            .deleteForward,
            [.delete, .control("d")],
            .field,
            "delete",
            "Delete the selection, or the character at the cursor."
        ),
        Action(.deleteWord, [.control("w")], .field, "cut", "Cut the selection, or the word before."),
        Action(.deleteToStart, [.control("u")], .field, "cut to start", "Cut to the start of the line."),
        Action(.deleteToEnd, [.control("k")], .field, "cut to end", "Cut to the end of the line."),
        Action(
            .copySelection,
            [.control("t")],
            .field,
            "copy",
            "Copy the selection, here and to the terminal's clipboard."
        ),
        Action(.putBack, [.control("y")], .field, "put back", "Put in what was cut or copied last."),
        Action(
            .undo,
            [.control("_")],
            .field,
            "undo",
            "Take the last change of the text back; many terminals have it on C-/ too."
        ),
        Action(.redo, [.control("r")], .field, "redo", "Make the change again that was taken back."),
    ]
}
