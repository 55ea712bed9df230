import SendtopUI

/// What came of a replay so far.
struct ReplayOutcome: Sendable {
    /// Events that are in.
    var events = 0
    /// Events that were passed over.
    var skipped = 0
    /// The line up to which everything is in or passed over.
    var line = 0
    /// Whether lines after that one are in as well, or may be: what goes over HTTP goes side by side.
    var isBeyondLine = false

    /// What a replay that came to its end says.
    var sentence: String {
        "Replayed: \(counts)."
    }

    /// What one that ended early says, so that nobody has to begin at the first line again.
    var earlySentence: String {
        guard line > 0 || isBeyondLine else { return "Nothing was replayed before that." }
        let beyond = isBeyondLine ? " Of the lines after that, some are in as well, or may be." : ""
        return "Replayed before that: \(counts), up to line \(line).\(beyond) --from-line \(line + 1) goes on there."
    }

    private var counts: String {
        let passed = skipped.counted("that is no postback", "that are no postbacks")
        return events.counted("event") + (skipped > 0 ? ", \(passed) passed over" : "")
    }
}
