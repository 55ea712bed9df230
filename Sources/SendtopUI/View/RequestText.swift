import SendtopCore

/// The exact request that the form makes, and the curl line for it; or what keeps the form from being one.
enum RequestText {
    /// The lines for a room of a width.
    ///
    /// - Parameter rows: lines that are of use.
    static func lines(for state: MonitorState, width: Int, rows: Int = 5_000) -> [[Run]] {
        let glyphs = state.settings.glyphs
        func pieces(_ text: String, _ role: Role = .text) -> [[Run]] {
            TextWrap.pieces(text, width: width, rows: rows, repertoire: glyphs.repertoire).map { piece in
                piece.map { Run($0.text, Style($0.isSubstitute ? .substitute : role)) }
            }
        }
        switch state.form.request {
        case .failure(let error):
            let faults = error.faults.flatMap { fault in
                TextWrap.lines("\(fault)", width: width, repertoire: glyphs.repertoire).map { line in
                    line.map { Run($0.text, Style($0.isSubstitute ? .substitute : .dim)) }
                }
            }
            return [[Run("No request yet:", .dim)]] + faults
        case .success(let request):
            var lines = pieces("POST \(state.settings.endpointURL)\(request.path)")
            lines += pieces("Content-Type: application/json", .dim)
            lines += pieces("Authorization: Bearer $\(CurlCommand.keyVariable)", .dim) + [[]]
            for line in request.body.prettyText().split(separator: "\n").prefix(rows) { lines += pieces(String(line)) }
            lines.append([])
            let curl = "\(state.settings.curl(request))"
            return lines + [[Run("curl", .title)]] + pieces(curl)
        }
    }
}
