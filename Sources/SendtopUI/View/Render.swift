public import SendtopCore

/// The screen for a state: pure, for any size, with nothing read from anywhere else.
///
/// - Parameters:
///   - state: what there is to show.
///   - size: the screen's; any, also smaller than anything useful.
///   - theme: how often the clock may change depends on what a change costs in it.
///   - now: the present.
public func render(_ state: MonitorState, size: Size, theme: Theme, now: Timestamp) -> Frame {
    var painter = Painter(state: state, size: size, theme: theme, now: now)
    painter.paint()
    return painter.frame
}
