import Foundation
import SendtopCore
import SendtopUI
import Testing

@Suite struct ColumnChooserTests {
    private func driver() throws -> Driver {
        try Driver(SampleLedger(Story.run(of: 60, until: .sample)), size: Size(columns: 160, rows: 45))
    }

    private func head(_ driver: Driver) throws -> String {
        try #require(driver.frame.lines.first { $0.contains("STATUS") && $0.contains("LAT") })
    }

    @Test("A column is hidden and shown, and what was chosen beyond the standard has room first")
    func toggle() throws {
        let driver = try driver().press("|").expect("9 shown").press(" ").expect("8 shown").press(.escape)
        #expect(try !head(driver).contains("TIME"))
        driver.press("|")
        for _ in 0..<9 { driver.press(.down) }
        driver.press(" ").expect("9 shown").press("|")
        #expect(try head(driver).contains("CLASS"))
        driver.expect("no-user").resize(60, 45)
        #expect(try head(driver).contains("CLASS") && !head(driver).contains("DISPATCH"))
    }

    @Test("A hidden column keeps its place in the list, and comes back there")
    func place() throws {
        let driver = try driver()
        let before = try head(driver)
        driver.press("|").press(.down, .down)
        driver.press(" ").expect("8 shown").press(.down, .up).press(" ").expect("9 shown").press(.escape)
        #expect(try head(driver) == before)
    }

    @Test("A column moves to the left and the right, and the standard comes back")
    func reorder() throws {
        let driver = try driver().press("|").press(.right, .right).press("q")
        let moved = try head(driver)
        #expect(try #require(moved.range(of: "LAT")).lowerBound < #require(moved.range(of: "TIME")).lowerBound)
        driver.press("|").press("0").press(.enter)
        #expect(try head(driver).hasPrefix("  TIME▼"))
    }

    @Test("One column remains, and C-c closes the chooser alone")
    func last() throws {
        let driver = try driver().press("|")
        for _ in 0..<9 { driver.press(" ").press(.down) }
        driver.expect("1 shown").press(.control("c")).expect("/ all sends")
        #expect(driver.effects.isEmpty)
    }
}
