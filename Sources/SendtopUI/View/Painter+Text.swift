import SendtopCore

extension Painter {
    /// A layer that is text alone.
    mutating func paintText(_ layer: Layer) {
        let area = layout.layer
        let lines = state.textLines(width: area.columns)
        let trailing = layer == .charts ? chartsTrailing : ""
        paintLines(lines, title: title(of: layer), trailing: trailing, from: state.textScroll, in: area)
    }

    /// The layer's title, with the send that it is about.
    func title(of layer: Layer) -> String {
        switch layer {
        case .explanation, .request, .help: return layer.title
        // A filter does not choose among what is counted here.
        case .charts: return "charts, \(state.header.spanLabel(state.span)), all sends"
        default: break
        }
        let send = state.chosen?.send
        let id = layer == .message ? state.message?.dispatchID : send?.dispatchID ?? send?.requestID
        return "\(layer.title) \(id ?? "")"
    }
}
