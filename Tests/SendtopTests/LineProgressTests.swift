import Testing

@testable import sendtop

@Suite("Lines whose events come in side by side") struct LineProgressTests {
    @Test("are whole up to the first that lacks an event; lines without events hold nothing up")
    func order() {
        var progress = LineProgress([0, 1, 2, 0, 1])
        #expect(progress.whole == 1 && !progress.isAhead)
        progress.take(2)
        #expect(progress.whole == 1 && progress.isAhead)
        progress.take(1)
        #expect(progress.whole == 2 && progress.isAhead)
        progress.take(2)
        #expect(progress.whole == 4 && progress.taken == 3 && !progress.isAhead)
        progress.take(4)
        #expect(progress.whole == 5)
    }
}
