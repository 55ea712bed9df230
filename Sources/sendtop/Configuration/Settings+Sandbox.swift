extension Settings {
    /// Where the sandbox keeps its state unless something else is said.
    var sandboxState: String {
        stateFolder + "/sandbox-state.sqlite"
    }

    /// Where the sandbox posts unless something else is said: to the listener.
    var sandboxPostbackURL: String {
        "http://\(listen)/postback"
    }
}
