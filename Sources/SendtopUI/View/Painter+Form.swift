import SendtopCore

extension Painter {
    /// Columns from which the request stands beside the form.
    private static let sideColumns = 110

    /// The compose form, scrolled so that what has the keyboard is in view; beside it the request where there is room.
    mutating func paintForm() {
        var area = layout.layer
        if area.columns >= Painter.sideColumns {
            let left = min(120, area.columns * 11 / 20)
            paintRequest(
                beside: Rect(row: area.row, column: left + 1, columns: area.columns - left - 1, rows: area.rows)
            )
            for row in 0..<area.rows {
                let edge = row == 0 ? glyphs.tee : glyphs.vertical
                frame[area.row + row, left] = Cell(text: edge, style: Style(.border))
            }
            area.columns = left
        }
        let title = titleHint.isEmpty ? "compose, profile \(state.settings.profile)" : "compose"
        paintTitle(title, trailing: titleHint, in: area, isActive: true)
        let body = area.inset(rows: 1)
        let (lines, focus) = FormText(state: state, columns: body.columns, rows: body.rows).lines
        let total = lines.reduce(0) { $0 + $1.rows }
        let first = max(0, min(focus.upperBound - body.rows, total - body.rows, focus.lowerBound))
        var row = -first
        for line in lines {
            paint(line, at: row, in: body)
            row += line.rows
        }
    }

    /// Without a line of hints, the key that sends stands here.
    private var titleHint: String {
        guard layout.hint == nil, state.form.phase == .editing, let action = Action.row(.sendForm) else { return "" }
        return "\(label(.sendForm)) \(action.hint)"
    }

    private mutating func paintRequest(beside area: Rect) {
        paintTitle("request", trailing: "\(label(.request)) opens it", in: area, isActive: false)
        let body = area.inset(columns: 1, rows: 1)
        let lines = RequestText.lines(for: state, width: body.columns - 1, rows: body.rows + 1)
        for (offset, line) in lines.prefix(body.rows).enumerated() {
            // What is cut off is seen to be.
            let isCut = offset == body.rows - 1 && lines.count > body.rows
            frame.write(isCut ? [Run(glyphs.ellipsis, .dim)] : line, in: body.line(offset))
        }
    }

    private mutating func paint(_ line: FormLine, at row: Int, in area: Rect) {
        guard row >= 0 || line.rows > 1, row < area.rows, row + line.rows > 0 else { return }
        let place = Rect(row: area.row + row, column: area.column, columns: area.columns)
        switch line {
        case .gap: break
        case .text(let runs): frame.write(runs, in: place)
        case .choice: paintChoice(in: place)
        case .option(let choice, let isChosen): paint(choice, isChosen: isChosen, in: place)
        case .send: paintSend(in: place)
        case .word:
            let field = place.inset(columns: min(FormText.labelWidth + 1, area.columns / 3))
            frame.write([Run("\(glyphs.crumb) ", .focus)], in: field)
            frame.cursor = write(state.form.word, in: field.inset(columns: 2), style: Style(.text))
        case .field(let field, let rows):
            let hidden = max(0, -row)
            let rows = min(rows - hidden, area.rows - max(0, row))
            paint(
                field,
                in: Rect(row: area.row + max(0, row), column: place.column, columns: place.columns, rows: rows)
            )
        }
    }

    private mutating func paintLabel(_ field: SendDraft.Field, in area: Rect) -> Rect {
        let isFocused = state.form.focusedField == field
        let faults = state.form.faults(of: field)
        let isAtFault = state.form.blamed.contains(field) || faults.contains { !state.form.isUnfinished($0) }
        let style = isFocused ? Style(.focus, bold: true) : Style(isAtFault ? .error : .dim)
        let mark = isFocused ? glyphs.marker : isAtFault ? "!" : " "
        frame.write([Run("\(mark) \(field.label)", style)], in: area)
        let text = area.inset(columns: FormText.labelWidth)
        for row in 0..<area.rows {
            let edge = Rect(row: area.row + row, column: text.column - 1, columns: 1)
            frame.write([Run(glyphs.vertical, isFocused ? .focus : .border)], in: edge)
        }
        return Rect(row: area.row, column: text.column + 1, columns: text.columns - 2, rows: area.rows)
    }

    private mutating func paint(_ field: SendDraft.Field, in area: Rect) {
        let room = paintLabel(field, in: area)
        let form = state.form
        let text = form.field(field)
        let isFocused = form.focusedField == field
        let faults = form.faults(of: field).filter { !form.isUnfinished($0) }.compactMap(form.range)
        let pairs = isFocused && field.isJSON ? JSONPlace.brackets(in: text) : []
        let cursor = write(text, in: room, style: Style(.text), faults: faults, pairs: pairs)
        if isFocused, form.phase == .editing { frame.cursor = cursor }
    }

    private mutating func paintChoice(in area: Rect) {
        let room = paintLabel(.campaign, in: area)
        guard let campaign = state.form.chosen, let index = state.form.choice else { return }
        let count = "\(index + 1) of \(state.form.campaigns.count)"
        frame.write(
            [
                Run("\(glyphs.choiceLeft) ", .key), Run(campaign.name), Run(" \(glyphs.choiceRight)", .key),
                Run("  \(count)  \(campaign.id)", .dim),
            ],
            in: room
        )
    }

    private mutating func paint(_ choice: Choice, isChosen: Bool, in area: Rect) {
        let room = area.inset(columns: min(FormText.labelWidth + 1, area.columns / 3))
        let mark = isChosen ? glyphs.marker : " "
        let style = isChosen ? Style(.focus, bold: true) : Style(.text)
        frame.write([Run("\(mark) ", .focus), Run(choice.text, style), Run("  \(choice.detail)", .dim)], in: room)
    }

    private mutating func paintSend(in area: Rect) {
        let isFocused = state.form.focus == .send
        let mark = isFocused ? glyphs.marker : " "
        let style = isFocused ? Style(.focus, bold: true) : Style(.key)
        frame.write([Run("\(mark) ", style), Run("[ Send ]", style)], in: area)
    }
}
