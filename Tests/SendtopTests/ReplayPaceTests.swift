import SendtopCore
import Testing

@testable import sendtop

@Suite("the pace of a replay") struct ReplayPaceTests {
    private let noon = Timestamp(milliseconds: 1_598_900_280_000)

    @Test("is the recorded one, as many times faster as asked; what is late or earlier than the first goes at once")
    func speed() {
        var pace = ReplayPace(speed: 10)
        let start = ContinuousClock.now
        #expect(pace.pause(before: noon, now: start) == .zero)
        #expect(pace.pause(before: noon.adding(milliseconds: 5_000), now: start) == .milliseconds(500))
        #expect(pace.pause(before: noon.adding(milliseconds: 5_000), now: start + .seconds(1)) == .zero)
        #expect(pace.pause(before: noon.adding(milliseconds: -90_000), now: start) == .zero)
        var fast = ReplayPace(speed: nil)
        #expect(fast.pause(before: noon.adding(milliseconds: 5_000), now: start) == .zero)
    }

    @Test(
        "The progress line has bar, count, rate and the time that is left",
        arguments: [
            (0.5 as Double?, "[############............]  50%  100 events  10/s  10s left"),
            (nil, "100 events  10/s"),
            (1, "[########################]  100%  100 events  10/s"),
        ]
    )
    func progress(share: Double?, line: String) {
        #expect(ProgressMeter.line(share: share, count: 100, unit: "events", seconds: 10) == line)
    }
}
