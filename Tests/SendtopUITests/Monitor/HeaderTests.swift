import SendtopCore
import SendtopUI
import Testing

@Suite struct HeaderTests {
    private func driver(sends: Int = 60, theme: String = "dark") throws -> Driver {
        try Driver(SampleLedger(Story.run(of: sends, until: .sample)), theme: theme)
    }

    private func story(_ number: Int) -> Story {
        Story(
            dispatchID: "new\(number)",
            campaign: Story.campaigns[0].0,
            start: .sample.adding(milliseconds: Int64(number)),
            outcome: .sent
        )
    }

    /// The places where two frames differ.
    private func differences(_ left: Frame, _ right: Frame) -> [Position] {
        (0..<left.size.rows).flatMap { row in
            (0..<left.size.columns).filter { left[row, $0] != right[row, $0] }.map { Position(row: row, column: $0) }
        }
    }

    @Test("While little comes a second changes nothing")
    func rest() throws {
        let driver = try driver().wait().take(.ledgerChanged).wait()
        let before = driver.frame
        #expect(differences(before, driver.wait().frame).isEmpty)
    }

    @Test("While much comes the clock shows seconds, and a second without news changes nothing but its digits")
    func busy() throws {
        let driver = try driver().wait()
        for number in 0..<60 { try driver.arrive(story(number)) }
        let before = driver.wait().expect("14:03:29Z").frame
        let changed = differences(before, driver.wait().expect("14:03:30Z").frame)
        #expect(changed.contains { $0.row == 0 && $0.column >= 120 - 9 })
        #expect(changed.allSatisfy { $0.row == 0 })
    }

    @Test("After a quiet minute a single send is one in ten seconds")
    func awake() throws {
        let driver = try driver().wait()
        for _ in 0..<15 where driver.state.beat == .second { driver.wait() }
        driver.now = driver.now.adding(milliseconds: 59_000)
        driver.wait()
        try driver.arrive(story(0))
        driver.wait().expect("0.1 sends/s")
    }

    @Test("Where a change of the clock is dear, a second changes nothing at all")
    func restPainted() throws {
        let driver = try driver(theme: "light").wait().wait()
        let before = driver.frame
        #expect(differences(before, driver.wait().frame).isEmpty)
    }

    @Test("A new send changes the table, and the header only with the next second")
    func quantised() throws {
        let driver = try driver().wait().take(.ledgerChanged)
        let before = driver.frame
        for number in 0..<20 { try driver.arrive(story(number)) }
        #expect(differences(before, driver.frame).allSatisfy { $0.row > 6 })
        driver.wait().expect("80 sends").expect("10 sends/s")
    }

    @Test("The rate is that of the last ten seconds")
    func rate() throws {
        let driver = try driver().wait()
        for number in 0..<30 { try driver.arrive(story(number)) }
        driver.wait().expect("15 sends/s")
        for _ in 0..<8 { driver.wait() }
        driver.expect("3.0 sends/s").wait().wait().expect("0 sends/s")
    }

    @Test("Moving about changes no figure")
    func moving() throws {
        let driver = try driver()
        for number in 0..<5 { try driver.arrive(story(number)) }
        driver.press(.down).expect("60 sends").wait().expect("65 sends")
    }

    @Test("A quiet screen needs a tick a minute, shows no seconds, and asks the ledger again, since the hour moves on")
    func minute() throws {
        let driver = try driver()
        driver.answersAtOnce = false
        for _ in 0..<15 where driver.state.beat == .second { driver.wait() }
        #expect(driver.state.beat == .minute)
        let asked = driver.questions.count
        driver.wait()
        #expect(driver.questions.count == max(1, asked))
        driver.take(.ledgerChanged)
        #expect(driver.state.beat == .second)
    }

    @Test("Where looks are seconds apart, each shows its rate, and the clock beats seldom and has no seconds")
    func crowded() throws {
        let driver = try driver().wait().take(.crowded(true))
        for look in 0..<4 {
            driver.now = driver.now.adding(milliseconds: 5_300)
            for number in 0..<53 { try driver.ledger.append(story(look * 53 + number)) }
            driver.take(.ledgerChanged)
        }
        #expect(driver.state.beat == .tenSeconds)
        driver.expect("10 sends/s").expect("   14:03Z").take(.crowded(false)).expect("14:03:49Z")
        #expect(driver.state.beat == .second)
    }

    @Test("A listener that is down, and none in this process, are said")
    func intake() throws {
        let driver = try driver().take(.intake(IntakeStatus(problem: "port 7363 is taken")))
        driver.wait().expect("DOWN port 7363 is taken").expectNot("LIVE")
        // Where there is no room for the reason, and where a form covers it.
        driver.resize(40, 10).expect(" DOWN ").expectNot("LIVE").resize(120, 36)
        driver.press("c").expect(" DOWN ").expectNot("LIVE").press(.escape)
        driver.take(.intake(IntakeStatus())).wait().expect("no listener in this process")
        driver.take(.intake(IntakeStatus(other: .process(41)))).wait().expect("LOOKING")
            .expect("looking; taken in by pid 41")
        driver.take(.intake(IntakeStatus(other: .nobody))).wait().expect("looking; nobody takes postbacks in")
        driver.take(.intake(IntakeStatus(url: "http://h:1/p", failed: 7))).wait().expect("not stored 7")
    }

    @Test("The hour's shares are of its ends; a rise of bounces is marked")
    func hour() throws {
        try driver().expect("delivered 95.58%").expect("bounced 3.86% ▲9.4×").expect("of 3 215 ends")
    }
}
