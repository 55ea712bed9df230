import SendtopCore
import SendtopUI
import Testing

@Suite struct ExplainTests {
    private func driver() throws -> Driver {
        try Driver(SampleLedger(Story.run(of: 60, until: .sample)))
    }

    @Test("The chosen send's reason is explained: class, permanence, code, who must act, and the rule")
    func send() throws {
        try driver().press("/").type("5.1.1").press(.enter, .down).press("e")
            .expect("no-user, of the group recipient").expect("Permanently dead")
            .expect("code 5.1.1").expect("The mailbox does not exist.").expect("list owner: Correct the address")
            .expect("the rule")
    }

    @Test("A group of reasons is explained with its figures and the campaigns that it hit")
    func group() throws {
        try driver().press(.tab, .down).press("e")
            .expect("in 15 min").expect("first seen").expect("last seen").expect("campaigns").expect(
                "order-confirmation"
            )
    }

    @Test("A reason that was never heard before is marked as new, and counted in the title")
    func new() throws {
        var ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        ledger.newClasses = [.full]
        try Driver(ledger, size: Size(columns: 160, rows: 45)).expect("4 groups, 1 new").expect("new 14:0")
    }

    @Test("An abort is not called a dead address")
    func abort() throws {
        try driver().press("/").type("aborted").press(.enter, .down).press("e").expect("Nothing was sent to it.")
    }

    @Test("Where there is no reason, the key says so")
    func none() throws {
        try driver().press("e").expect("There is no bounce or abort reason here.")
    }
}
