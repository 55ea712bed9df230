import SendtopCore

extension Painter {
    /// A layer that is text alone.
    mutating func paintText(_ layer: Layer) {
        let area = layout.layer
        paintLines(state.textLines(width: area.columns), title: title(of: layer), from: state.textScroll, in: area)
    }

    private func title(of layer: Layer) -> String {
        guard layer != .explanation, layer != .request else { return layer.title }
        let send = state.chosen?.send
        let id = layer == .message ? state.message?.dispatchID : send?.dispatchID ?? send?.requestID
        return "\(layer.title) \(id ?? "")"
    }
}
