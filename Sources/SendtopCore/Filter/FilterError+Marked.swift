extension FilterError {
    /// Three lines for a screen or standard error: the filter on one line, a mark below its first mistake, and what is
    /// wrong.
    ///
    /// - Parameter text: the filter as it was given.
    public func marked(in text: String) -> String {
        guard let mistake = mistakes.first else { return description }
        let clusters = text.map { TextGate.line(String($0)) }
        let shown = clusters.joined()
        func columns(_ range: some Sequence<String>) -> Int {
            range.reduce(0) {
                $0 + TextGate.clusters($1, limit: .max, repertoire: .unicode).reduce(0) { $0 + $1.width }
            }
        }
        let before = columns(clusters.prefix(mistake.range.lowerBound))
        let width = max(1, columns(clusters.dropFirst(mistake.range.lowerBound).prefix(mistake.range.count)))
        let mark = String(repeating: " ", count: before) + String(repeating: "^", count: width)
        return "\(shown)\n\(mark)\n\(description)"
    }
}
