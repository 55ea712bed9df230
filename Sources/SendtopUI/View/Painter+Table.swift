import SendtopCore

extension Painter {
    /// Columns before the table's text: the marker, and a blank.
    private static let margin = 2

    /// The head, and the rows in view.
    mutating func paintTable() {
        let area = layout.table
        guard let page = state.page else {
            frame.write([Run("Reading the ledger\(glyphs.ellipsis)", .dim)], in: area.inset(columns: Painter.margin))
            return
        }
        guard !page.rows.isEmpty else {
            paintEmptyTable()
            return
        }
        let columns = Column.fitting(area.columns - Painter.margin, wanted: state.columns)
        paint(columns.map { ($0.column, $0.width, head(of: $0.column, $0.width)) }, row: layout.tableHead.row)
        let top = state.topIndex
        let campaigns = state.settings.campaignNames
        for offset in 0..<area.rows {
            guard let row = page.rows[at: top + offset] else { break }
            if top + offset == state.cursorIndex, state.activePane == .table {
                // Plain while it goes along with the newest send: its colour would be a fifth of what a new row costs.
                let role: Role = state.viewport.isFollowing ? .text : .focus
                frame.write([Run(glyphs.marker, role)], in: area.line(offset))
            }
            if state.marks.contains(row.id) {
                frame.write([Run(glyphs.mark, .key)], in: area.line(offset).inset(columns: 1))
            } else if row.send.hidesText {
                frame.write([Run("!", .substitute)], in: area.line(offset).inset(columns: 1))
            }
            let shown = state.shown(row)
            let cells = columns.map { ($0.column, $0.width, text(of: shown, in: $0.column, campaigns)) }
            paint(cells, row: area.row + offset)
        }
    }

    /// The column whose text or name stands at a column of the screen.
    func tableColumn(at column: Int) -> Column? {
        let room = layout.table.columns - Painter.margin
        var start = Painter.margin
        for (shown, width) in Column.fitting(room, wanted: state.columns) {
            if (start..<start + width).contains(column) { return shown }
            start += width + Column.gap(room)
        }
        return nil
    }

    private mutating func paint(_ cells: [(column: Column, width: Int, run: Run)], row: Int) {
        var place = Position(row: row, column: Painter.margin)
        let gap = Column.gap(frame.size.columns - Painter.margin)
        for (column, width, run) in cells {
            let alignment: Alignment = column.isNumber ? .trailing : .leading
            frame.write([run], at: place, width: width, align: alignment)
            place.column += width + gap
        }
    }

    /// The column's name, with the direction of the order behind it when the table is in order by it.
    private func head(of column: Column, _ width: Int) -> Run {
        guard state.pageOrder.key == column.orderKey else { return Run(column.title, .dim) }
        return Run(
            column.title.prefix(max(1, width - 1)) + (state.pageOrder.isDescending ? glyphs.down : glyphs.up),
            .title
        )
    }

    private func text(of row: SendRow, in column: Column, _ campaigns: [String: String]) -> Run {
        switch column.value(of: row, campaigns: campaigns) {
        case .time(let time):
            let isShort = frame.size.columns - Painter.margin < Column.narrow
            return Run(time.clock(seenFrom: now, short: isShort))
        case .status: return statusRun(row.send)
        case .span(let span): return self.span(span)
        case .name(let name):
            return Run((column == .dispatch ? name.map { String($0.prefix(8)) } : name) ?? glyphs.none)
        case .text(let text): return Run(text ?? "")
        case .count(let count): return Run(count == 0 ? "" : count.compact)
        }
    }

    private func span(_ span: Int64?) -> Run {
        guard let span else { return Run("") }
        return Run(Milliseconds.short(span), span < 0 ? .warning : .text)
    }

    /// Shape and word of a send's status; a send whose postbacks contradict each other has `!` for its shape.
    func statusRun(_ send: Send) -> Run {
        Run("\(send.shape(glyphs)) \(send.status.rawValue)", send.status.role)
    }

    private mutating func paintEmptyTable() {
        var lines: [[Run]] = []
        if state.page?.isSearched == false {
            lines = [[Run("Searching\(glyphs.ellipsis)", .dim)]]
        } else if !state.filterLine.mistakes.isEmpty {
            lines = [[Run("The filter cannot be read yet, and the one from before has no sends.", .dim)]]
        } else if state.filterLine.filter != .all, state.header.filter != .all {
            lines = [[Run("No send passes this filter.")], [Run(label(.close), .key), Run(" shows all sends.")]]
        } else {
            lines = emptyLedgerLines
        }
        for (offset, line) in lines.enumerated() {
            frame.write(line, in: layout.table.inset(columns: Painter.margin).line(offset))
        }
    }

    /// What to do about an empty ledger: the first thing that a new user sees.
    private var emptyLedgerLines: [[Run]] {
        let url = state.settings.listenerURL ?? state.header.intake.url
        var lines: [[Run]] = [[Run("No sends yet.", Style(.title, bold: true))], []]
        if let problem = state.intake.problem {
            let width = layout.table.columns - 2 * Painter.margin
            lines += [[Run("No postbacks are taken in.", .error)]]
            let text = TextWrap.lines(problem, width: width, repertoire: glyphs.repertoire)
            lines += text.map { [Run($0.map(\.text).joined(), .error)] }
        } else if case .process? = state.intake.other {
            lines.append([Run("Another process takes postbacks in; its log says under which URL.")])
        } else if let url {
            lines += [[Run("Give the service this postback URL:")], [Run("  \(url)", .key)]]
        } else {
            lines += [
                [Run("This process takes no postbacks in. Start one that does:")], [Run("  sendtop listen", .key)],
            ]
        }
        if !state.settings.isReadOnly {
            lines += [[], [Run(label(.compose), .key), Run(" sends a test.")]]
        }
        if !state.settings.isDemo {
            lines += [[], [Run("sendtop demo", .key), Run(" shows it all with made-up traffic.")]]
        }
        return lines
    }
}
