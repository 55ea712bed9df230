import Testing

@testable import SendtopUI

@Suite struct ChartTests {
    @Test("Only nothing has the lowest bar, and the largest value the highest")
    func levels() {
        #expect(Bars.levels([0, 1, 500, 1_000]) == [0, 1, 4, 7])
        #expect(Bars.levels([0, 0]) == [0, 0])
        #expect(Bars.levels([]) == [])
        #expect(Bars.levels([-5, 3]) == [0, 7])
    }

    @Test("Parts hold the sums of their values, none lost")
    func summed() {
        #expect(Bars.summed([1, 2, 3, 4, 5], into: 2) == [3, 12])
        #expect(Bars.summed(Array(1...15), into: 8).reduce(0, +) == 120)
        #expect(Bars.summed([1, 2], into: 8) == [1, 2])
        #expect(Bars.summed([1, 2], into: 0) == [])
    }
}
