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

    @Test("A young ledger's chart shows its few minutes wide, in steps")
    func minutes() {
        func hour(_ active: Int) -> [Int] {
            Array(repeating: 0, count: 60 - active) + Array(repeating: 1, count: active)
        }
        #expect(Bars.minutes(of: [hour(1), hour(0)]) == 10)
        #expect(Bars.minutes(of: [hour(3), hour(11)]) == 20)
        #expect(Bars.minutes(of: [hour(31)]) == 60)
        #expect(Bars.minutes(of: [hour(0)]) == 60)
        #expect(Bars.minutes(of: [[0, 1]]) == 2)
        #expect(Bars.minutes(of: []) == 0)
    }

    @Test("Parts hold the sums of their values, none lost")
    func summed() {
        #expect(Bars.summed([1, 2, 3, 4, 5], into: 2) == [3, 12])
        #expect(Bars.summed(Array(1...15), into: 8).reduce(0, +) == 120)
        #expect(Bars.summed([1, 2], into: 8) == [1, 2])
        #expect(Bars.summed([1, 2], into: 0) == [])
    }
}
