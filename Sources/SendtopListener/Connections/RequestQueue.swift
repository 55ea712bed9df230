import NIOCore

/// Hands requests on one by one, whatever has come already, and ends the connection when its last answer is written.
///
/// While answers wait for a sender that does not read them no further request is handed on, so that they stay few.
final class RequestQueue: ChannelDuplexHandler {
    typealias InboundIn = Never
    typealias OutboundIn = Never

    /// What came while a request waited for its answer.
    private enum Item {
        case part(RequestPart)
        case fault(any Error)
    }

    /// How long answers may wait for their reader.
    private let timeout: TimeAmount
    /// Called before the connection is closed because nobody reads its answers.
    private let onUnread: () -> Void
    /// Sends the answers.
    var watch: RequestWatch?
    private var handler: PostbackHandler?
    private var context: ChannelHandlerContext?
    /// Nothing is read while something waits here.
    private var items = CircularBuffer<Item>(initialCapacity: 0)
    /// Whether a head was handed on, and the answer is not written.
    private var isAnswerDue = false
    /// Whether a head was handed on, and the end of the request was not.
    private var isEndDue = false
    private var isDraining = false
    private var isReadDue = false
    /// Whether the connection ends with the request that is under way.
    private var isLast = false
    /// Whether no further request will come: the listener stops, or the sender has said its last.
    private var isEnding = false
    private var isOver = false
    /// Whether the connection takes answers; else enough of them wait.
    private var isWritable = true
    private var writeTimer: Scheduled<Void>?

    /// - Parameter handler: gets the requests, and gives the answers.
    init(timeout: TimeAmount, to handler: PostbackHandler, onUnread: @escaping () -> Void) {
        self.timeout = timeout
        self.handler = handler
        self.onUnread = onUnread
        handler.queue = self
    }

    /// Whether a request has come whole, and waits for its answer.
    private var isBusy: Bool {
        isAnswerDue && !isEndDue
    }

    /// Whether what comes must wait.
    private var isHolding: Bool {
        isBusy || !isWritable || !items.isEmpty
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        handler = nil
        watch = nil
    }

    /// Takes the next part of a request.
    func take(_ part: RequestPart) {
        guard !isOver, let context else { return }
        if isHolding {
            items.append(.part(part))
        } else {
            deliver(part, context)
        }
    }

    private func deliver(_ part: RequestPart, _ context: ChannelHandlerContext) {
        switch part {
        case .head:
            isAnswerDue = true
            isEndDue = true
        case .body: break
        case .end: isEndDue = false
        case .whole: isAnswerDue = true
        }
        handler?.take(part)
        endIfDone(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if isHolding {
            items.append(.fault(error))
        } else {
            context.fireErrorCaught(error)
        }
    }

    /// Sends a sender that waits for it the word to go on.
    func goOn() {
        watch?.goOn()
    }

    /// Sends the answer to the request that was handed on last.
    ///
    /// - Parameters:
    ///   - hasBody: `false` for an answer to HEAD.
    ///   - isLast: whether the connection ends with it, since the answer or the request says so.
    func write(_ answer: Answer, hasBody: Bool, isLast: Bool) {
        guard let context else { return }
        isAnswerDue = false
        self.isLast = isLast || (isEnding && items.isEmpty)
        watch?.write(answer, hasBody: hasBody, isLast: self.isLast)
        endIfDone(context)
        drain(context)
    }

    /// Hands on what waits, as far as it may be.
    private func drain(_ context: ChannelHandlerContext) {
        guard !isDraining else { return }
        isDraining = true
        while !isOver, !isBusy, isWritable, let item = items.popFirst() {
            switch item {
            case .part(let part): deliver(part, context)
            case .fault(let error): context.fireErrorCaught(error)
            }
        }
        isDraining = false
        if isReadDue { read(context: context) }
    }

    /// Ends the connection when nothing is due any more, and nothing is to come.
    private func endIfDone(_ context: ChannelHandlerContext) {
        guard !isOver, !isAnswerDue, !isEndDue, isLast || (isEnding && items.isEmpty) else { return }
        isOver = true
        items.removeAll()
        guard !isEnding else { return context.close(promise: nil) }
        context.bidFarewell()
    }

    func read(context: ChannelHandlerContext) {
        isReadDue = !isWritable || !items.isEmpty
        if !isReadDue { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        if isWritable {
            writeTimer?.cancel()
            writeTimer = nil
            drain(context)
        } else if writeTimer == nil {
            let loopBound = NIOLoopBound((queue: self, context: context), eventLoop: context.eventLoop)
            writeTimer = context.eventLoop.scheduleTask(in: timeout) {
                let (queue, context) = loopBound.value
                queue.onUnread()
                context.close(promise: nil)
            }
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: isEnding = true
        case ChannelEvent.inputClosed:
            isEnding = true
            if isOver { context.close(promise: nil) }
        default: return context.fireUserInboundEventTriggered(event)
        }
        endIfDone(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        isOver = true
        items.removeAll()
        writeTimer?.cancel()
        context.fireChannelInactive()
    }
}
