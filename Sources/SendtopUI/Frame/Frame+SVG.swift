extension Frame {
    /// The screen as a picture: one self-contained SVG document, the same bytes for the same frame and theme.
    public func svg(theme: Theme) -> String {
        let width = SVGMetrics.margin * 2 + size.columns * SVGMetrics.columnTenths / 10
        let height = SVGMetrics.margin * 2 + size.rows * SVGMetrics.rowHeight
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
                + " viewBox=\"0 0 \(width) \(height)\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"\(theme.background.rgb.hex)\"/>",
            "<g font-family=\"\(SVGMetrics.fonts)\" font-size=\"\(SVGMetrics.fontSize)\" xml:space=\"preserve\">",
        ]
        for row in 0..<size.rows {
            for run in svgRuns(row: row) {
                lines += svg(run, row: row, theme: theme)
            }
        }
        if let cursor {
            let cell = SVGRun(column: cursor.column, columns: 1, text: "", style: Style(.text))
            lines.append(block(cell, row: cursor.row, fill: theme.look(of: .focus).rgb, opacity: "0.6"))
        }
        lines += ["</g>", "</svg>", ""]
        return lines.joined(separator: "\n")
    }

    /// The runs of cells that look the same, without blank ones that would show nothing.
    private func svgRuns(row: Int) -> [SVGRun] {
        var runs: [SVGRun] = []
        for column in 0..<size.columns {
            let cell = self[row, column]
            // A wide character stands alone, so that what follows keeps to the grid in any font.
            let isWide = column + 1 < size.columns && self[row, column + 1].text.isEmpty
            if let last = runs.indices.last, runs[last].style == cell.style, !isWide, !runs[last].isWide {
                runs[last].text += cell.text
                runs[last].columns += 1
            } else if cell.text.isEmpty {
                runs.indices.last.map { runs[$0].columns += 1 }
            } else {
                runs.append(
                    SVGRun(column: column, columns: 1, text: cell.text, style: cell.style, isWide: isWide)
                )
            }
        }
        return runs.filter { $0.style.isReversed || $0.text.contains { $0 != " " } }
    }

    private func svg(_ run: SVGRun, row: Int, theme: Theme) -> [String] {
        let colour = theme.look(of: run.style.role).rgb
        let fill = run.style.isReversed ? theme.background.rgb : colour
        let y = SVGMetrics.margin + row * SVGMetrics.rowHeight + SVGMetrics.baseline
        let weight = run.style.isBold ? " font-weight=\"bold\"" : ""
        let text =
            "<text x=\"\(SVGMetrics.x(run.column))\" y=\"\(y)\" fill=\"\(fill.hex)\"\(weight)"
            + " textLength=\"\(SVGMetrics.length(run.columns))\" lengthAdjust=\"spacingAndGlyphs\">"
            + "\(escaped(run.text))</text>"
        return run.style.isReversed ? [block(run, row: row, fill: colour), text] : [text]
    }

    private func block(_ run: SVGRun, row: Int, fill: RGB, opacity: String = "1") -> String {
        let y = SVGMetrics.margin + row * SVGMetrics.rowHeight
        return "<rect x=\"\(SVGMetrics.x(run.column))\" y=\"\(y)\" width=\"\(SVGMetrics.length(run.columns))\""
            + " height=\"\(SVGMetrics.rowHeight)\" fill=\"\(fill.hex)\" fill-opacity=\"\(opacity)\"/>"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

private struct SVGRun {
    var column: Int
    var columns: Int
    var text: String
    var style: Style
    var isWide = false
}

/// Lengths in pixels; the width of a column in tenths, so that no floating-point text differs between machines.
private enum SVGMetrics {
    static let fonts = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
    static let fontSize = 14
    static let columnTenths = 84
    static let rowHeight = 18
    static let baseline = 14
    static let margin = 12

    static func x(_ column: Int) -> String {
        tenths(margin * 10 + column * columnTenths)
    }

    static func length(_ columns: Int) -> String {
        tenths(columns * columnTenths)
    }

    private static func tenths(_ value: Int) -> String {
        "\(value / 10).\(value % 10)"
    }
}
