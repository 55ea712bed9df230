import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct ChartScaleTests {
    private func figures(minutes: Int, _ perMinute: [Int]? = nil) -> Figures {
        let values = perMinute ?? Array(repeating: 1, count: minutes)
        return Figures(
            start: Timestamp(milliseconds: (Timestamp.sample.minute - Int64(minutes) + 1) * 60_000),
            minutes: minutes,
            perMinute: [.sent: values]
        )
    }

    @Test("Bars fit the columns, and hold every minute once, whatever the span", arguments: ChartSpan.allCases)
    func bars(span: ChartSpan) {
        for columns in 1...300 {
            let scale = ChartScale(figures(minutes: span.minutes), columns: columns)
            if columns > 1 { #expect(scale.bars * scale.barWidth <= columns, "\(columns)") }
            #expect(scale.rates(Array(repeating: 7, count: span.minutes)).allSatisfy { $0 == 7 })
            #expect(scale.axis(.unicode).count <= max(6, columns), "\(columns)")
        }
    }

    @Test("A bar keeps its minutes while time goes on: it begins at a round time")
    func round() {
        let scale = ChartScale(figures(minutes: 1_440), columns: 100)
        #expect((scale.step, scale.bars, scale.barWidth) == (15, 97, 1))
        #expect(scale.axis(.unicode).hasPrefix("        │16:00  │18:00"))
        #expect(scale.title(now: .sample) == "03-13 14:04 to 14:03Z, a bar is 15 min")
        #expect(ChartScale(figures(minutes: 5), columns: 60).barWidth == 12)
    }

    @Test("A bar is as high as its minutes are on the average, so a bar of few minutes is not low")
    func rates() {
        // 14:03 is the last minute: bars of 2 begin at 13:54, 13:56, and so on.
        let scale = ChartScale(figures(minutes: 5, [4, 2, 6, 1, 3]), columns: 3)
        #expect(scale.step == 2)
        #expect(scale.rates([4, 2, 6, 1, 3]) == [4, 4, 2])
    }

    @Test("A high chart fills its rows from below; only nothing has the lowest bar")
    func fills() {
        #expect(Bars.fills([0, 1, 8, 16], rows: 2) == [[0, 0, 0, 8], [0, 2, 8, 8]])
        #expect(Bars.fills([0, 0], rows: 1) == [[0, 0]])
        #expect(Bars.fills([0.001, 100], rows: 1) == [[2, 8]])
        #expect(Bars.fills([1], rows: 0) == [])
    }
}
