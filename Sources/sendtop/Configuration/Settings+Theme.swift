import SendtopUI

extension Settings {
    /// The theme to begin with: the one that an option names, or else the one that was chosen in the screen last.
    ///
    /// - Returns: the name by which the shelf knows it, and what is wrong with the one that was chosen last, in case it
    ///   cannot be used.
    /// - Throws: `CommandFailure` when the one that an option names cannot be used.
    func firstTheme(remembered: String?) throws -> (name: String, theme: Theme, problem: String?) {
        var problem: String?
        if origins[.theme] == .byDefault, let remembered {
            let shelf = ThemeShelf(folder: themesFolder, file: remembered)
            do {
                return (remembered, try shelf.theme(remembered), nil)
            } catch {
                problem = shelf.sentence(error)
            }
        }
        let shelf = ThemeShelf(folder: themesFolder, file: theme)
        do {
            return (theme, try shelf.theme(theme), problem)
        } catch let failure as CommandFailure where origins[.theme] == .flag && !shelf.names.contains(theme) {
            throw CommandFailure(.usage, failure.sentence)
        }
    }
}
