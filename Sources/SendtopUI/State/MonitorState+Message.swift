import SendtopCore

extension MonitorState {
    /// Opens the mail of the chosen send.
    mutating func showMessage() -> [Effect] {
        guard !settings.isReadOnly else {
            notice = Notice(text: "Mails are not shown: sendtop runs with --read-only.", role: .warning)
            return []
        }
        guard settings.showsMessages else {
            notice = Notice(text: "Only a sandbox shows the mails that it makes.", role: .dim)
            return []
        }
        guard let send = timeline?.row.send else {
            notice = Notice(text: "Choose a send first.", role: .dim)
            return []
        }
        guard let dispatchID = send.dispatchID else {
            notice = Notice(text: "There is no mail: the request came to nothing.", role: .dim)
            return []
        }
        if layers.last != .message { leave() }
        message = ShownMessage(dispatchID: dispatchID)
        textScroll = 0
        if layers.last != .message { layers.append(.message) }
        return [.loadMessage(dispatchID: dispatchID)]
    }
}
