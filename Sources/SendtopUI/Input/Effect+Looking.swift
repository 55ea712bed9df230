extension Effect {
    /// Whether it only looks: what it does changes nothing but this screen and the clipboard of whoever sits at it.
    public var isLooking: Bool {
        switch self {
        case .load, .loadMessage, .loadUsed, .loadDrafts, .repaint, .theme, .listThemes, .mark, .locate, .copy,
            .copyText, .quit:
            true
        case .weigh, .send, .export, .peek, .remember, .saveDraft, .deleteDraft: false
        }
    }
}
