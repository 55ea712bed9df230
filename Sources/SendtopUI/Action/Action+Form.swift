extension Action {
    /// What the form has keys for.
    static let form: [Action] = fields + choices + drafts

    private static let fields: [Action] = [
        Action(.sendForm, [.control("x")], .form, "send", "Check the form and ask whether to send it, from any field."),
        Action(.nextField, [.tab], .form, "next field", "Go to the next field."),
        Action(.previousField, [.backTab], .form, "previous field", "Go to the field before."),
        Action(.lineUp, [.up], .form, "up", "Go up a line, or to the field before."),
        Action(.lineDown, [.down], .form, "down", "Go down a line, or to the next field."),
        Action(.accept, [.enter], .form, "go on", "Go to the next field; begin a new line of JSON; on Send, send."),
        Action(
            .choices,
            [.control("n"), .control("p")],
            .form,
            "list",
            "List what was used before in this field: campaigns, people, the keys of JSON."
        ),
        Action(.request, [.control("v")], .form, "request", "Show the exact request and the curl line for it."),
        Action(.drafts, [.control("o")], .form, "drafts", "Save the form under a name; load or delete what was saved."),
        Action(.closeForm, [.escape], .form, "close", "Close the form; what was typed is kept for the next time."),
        Action(.confirm, [.character("y")], .confirm, "send", "Send it."),
        Action(.takeBack, [.escape, .character("n")], .confirm, "go back", "Go back to the form."),
        Action(.confirmWord, [.enter], .word, "send", "Send it, when the word is right."),
        Action(.takeBackWord, [.escape], .word, "go back", "Go back to the form."),
    ]

    private static let choices: [Action] = [
        Action(.nextChoice, [.down, .control("n")], .choices, "down", "Go to the next entry."),
        Action(
            .previousChoice,
            [.up, .control("p")],
            .choices,
            "up",
            "Go to the entry before; above the first, to none."
        ),
        Action(
            .takeChoice,
            [.enter, .tab],
            .choices,
            "take",
            "Take the entry; with none chosen, go on with what is typed."
        ),
        Action(.closeChoices, [.escape], .choices, "close list", "Close the list."),
    ]

    private static let drafts: [Action] = [
        Action(.draftUp, [.up, .character("k")], .drafts, "up", "Go to the draft above."),
        Action(.draftDown, [.down, .character("j")], .drafts, "down", "Go to the draft below."),
        Action(
            .loadDraft,
            [.enter],
            .drafts,
            "load",
            "Fill the form in with the draft; C-_ in a field brings back what was there."
        ),
        Action(.saveDraft, [.character("s")], .drafts, "save", "Save the form as a draft; asks for its name."),
        Action(.deleteDraft, [.character("d"), .delete], .drafts, "delete", "Delete the draft, once you say so."),
        Action(.closeDrafts, [.escape, .character("q")], .drafts, "close", "Go back to the form."),
        Action(.saveDraftAs, [.enter], .naming, "save", "Save the form under the name."),
        Action(.dontSaveDraft, [.escape], .naming, "cancel", "Go back without saving."),
        Action(.confirmDelete, [.character("y")], .deleting, "delete", "Delete the draft."),
        Action(.keepDraft, [.escape, .character("n")], .deleting, "keep", "Keep the draft; so does any other key."),
    ]
}
