import Testing

@testable import SendtopUI

@Suite struct LayoutTests {
    @Test("No two parts share a cell, and none leaves the screen, at any size")
    func disjoint() {
        for columns in [0, 1, 20, 40, 80, 109, 110, 160] {
            for rows in 0...60 {
                for panes in [[], [Pane.reasons], [.timeline, .reasons]] {
                    check(Size(columns: columns, rows: rows), panes)
                }
            }
        }
    }

    private func check(_ size: Size, _ panes: [Pane]) {
        let layout = Layout(size: size, panes: panes)
        let parts = [
            layout.status, layout.intake, layout.figures, layout.charts, layout.filter, layout.tableHead, layout.table,
            layout.timeline, layout.reasons, layout.hint,
        ].compactMap(\.self)
        var taken: Set<Position> = []
        for part in parts {
            for row in part.row..<(part.row + part.rows) {
                for column in part.column..<(part.column + part.columns) {
                    #expect(row < size.rows && column < size.columns)
                    #expect(taken.insert(Position(row: row, column: column)).inserted, "\(size) \(part)")
                }
            }
        }
    }

    @Test("Reasons give way first, then timeline, charts, figures, hints; status, filter and table remain")
    func order() {
        func parts(_ columns: Int, _ rows: Int) -> [Bool] {
            let layout = Layout(size: Size(columns: columns, rows: rows), panes: [.timeline, .reasons])
            return [layout.reasons, layout.timeline, layout.charts, layout.figures, layout.intake, layout.hint].map {
                $0 != nil
            }
        }
        #expect(parts(120, 36) == [true, true, true, true, true, true])
        #expect(parts(80, 24) == [false, true, true, true, true, true])
        #expect(parts(80, 22) == [false, false, true, true, true, true])
        #expect(parts(80, 18) == [false, false, false, true, true, true])
        #expect(parts(80, 15) == [false, false, false, false, true, true])
        #expect(parts(80, 12) == [false, false, false, false, false, true])
        #expect(parts(40, 10) == [false, false, false, false, false, false])
        #expect(Layout(size: Size(columns: 40, rows: 10), panes: []).table.rows == 7)
    }
}
