import SendtopCore
import SendtopListener
import SendtopStore
import SendtopUI

/// What a monitor is made of.
struct MonitorSetup: Sendable {
    let settings: MonitorSettings
    let theme: Theme
    let themes: ThemeShelf
    /// What is to be said at the start.
    let problem: String?
    let ledger: Ledger
    /// What the ledger is seen through.
    let mask: Mask?
    /// Where the screen's memory is kept; absent when nothing may be written.
    let memory: MemoryFile?
    /// Where drafts are kept; absent when nothing may be written.
    let drafts: DraftFile?
    /// Where exports from the screen go; absent when nothing may be written.
    let exportFolder: String?
    /// Absent when nothing may be sent.
    private(set) var sender: MonitorSender?
    /// Absent when another process listens.
    let listener: Listener?
    /// How an event is printed where the terminal cannot be drawn on.
    let plainLine: PlainLine
    /// Whether every byte of a frame crosses a network.
    let isOverNetwork: Bool

    /// The same, with somebody who sends, unless it only ever looks; last of all, since a client has to be shut down
    /// once it is made.
    func sending(by sender: MonitorSender) -> MonitorSetup {
        var setup = self
        setup.sender = settings.isReadOnly ? nil : sender.masked(by: mask)
        return setup
    }
}
