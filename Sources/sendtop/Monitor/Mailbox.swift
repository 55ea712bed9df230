import SendtopTerminal
import SendtopUI

/// Anything that wakes the monitor's loop.
enum Wake: Sendable {
    /// Something for the screen's state.
    case input(Input)
    /// What came from the terminal.
    case terminal(TerminalInput)
    /// A frame that had to wait may be painted.
    case frameDue
    /// The terminal has another size.
    case resized
    /// The job is to stop, as with Ctrl-Z.
    case stop
    /// A file of a theme of the user's own was written.
    case themesChanged
    /// A second, ten of them or a minute of the clock began.
    case clock
}

/// Where everything that wakes the monitor arrives, in order.
struct Mailbox: Sendable {
    let wakes: AsyncStream<Wake>
    private let continuation: AsyncStream<Wake>.Continuation

    init() {
        (wakes, continuation) = AsyncStream.makeStream(of: Wake.self)
    }

    func post(_ wake: Wake) {
        continuation.yield(wake)
    }

    func post(_ input: Input) {
        continuation.yield(.input(input))
    }

    /// Ends the loop after what is in the mailbox already.
    func finish() {
        continuation.finish()
    }
}
