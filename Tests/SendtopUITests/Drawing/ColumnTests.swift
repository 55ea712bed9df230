import Testing

@testable import SendtopUI

@Suite struct ColumnTests {
    @Test("At any width the columns fill it and no more; as it grows, none goes away")
    func widths() {
        var before: Set<Column> = []
        for width in 0...300 {
            let columns = Column.fitting(width)
            let used = columns.reduce(0) { $0 + $1.width + Column.gap(width) } - Column.gap(width)
            #expect(used <= max(0, width))
            let now = Set(columns.map(\.column))
            if width != Column.narrow, width != 130 { #expect(now.isSuperset(of: before), "\(width)") }
            if now.contains(.reason) { #expect(used == width) }
            before = now
        }
        #expect(before == Set(Column.standard))
    }

    @Test("Status and time are the last to give way, and the reason after them")
    func need() {
        #expect(Column.fitting(38).map(\.column) == [.time, .status, .latency, .reason])
        #expect(Column.fitting(20).map(\.column) == [.time, .status])
        #expect(Column.fitting(11).map(\.column) == [.status])
    }
}
