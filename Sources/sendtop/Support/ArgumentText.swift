/// The bytes of the command line.
enum ArgumentText {
    /// Refuses what is no UTF-8: as text it would have other bytes, and name another file.
    static func check() throws(CommandFailure) {
        for place in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[place] else { break }
            guard String(validatingCString: argument) == nil else { continue }
            throw CommandFailure(
                .usage,
                "Argument \(place) is no UTF-8, but \(String(cString: argument)); a file of such a name must be renamed first."
            )
        }
    }
}
