import NIOCore

extension ChannelHandlerContext {
    /// How long a sender may go on before the connection is cut.
    private static let farewell = TimeAmount.seconds(1)

    /// Ends the connection after the last answer: to close at once, with bytes unread, would take the answer back.
    func bidFarewell() {
        close(mode: .output, promise: nil)
        let loopBound = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.scheduleTask(in: ChannelHandlerContext.farewell) { loopBound.value.close(promise: nil) }
    }
}
