import SendtopCore
import Testing

@Suite("The meaning of codes")
struct CodeMeaningTests {
    @Test("is a sentence for every enhanced code")
    func enhanced() throws {
        #expect(try #require(EnhancedCode("5.1.1")).meaning == "The mailbox does not exist.")
        #expect(
            try #require(EnhancedCode("4.2.2")).meaning
                == "The mailbox is full. Temporary: the sender tries again."
        )
        #expect(
            try #require(EnhancedCode("5.7.999")).meaning == "A rule about security or policy refused the message."
        )
        for subject in 0...7 {
            for detail in 0...999 {
                let meaning = try #require(EnhancedCode(5, subject, detail)).meaning
                #expect(meaning.hasSuffix("."))
            }
        }
    }

    @Test("is a sentence for every reply code of class 4 and 5")
    func reply() throws {
        #expect(
            try #require(ReplyCode(550)).meaning
                == "The mailbox is not available: it does not exist, or a policy refuses the message."
        )
        #expect(ReplyCode(250) == nil)
        #expect(ReplyCode(600) == nil)
        #expect((400...599).compactMap(ReplyCode.init).allSatisfy { $0.meaning.hasSuffix(".") })
    }

    @Test(
        "is asked for a code that is well written",
        arguments: ["5.1", "5.1.1.1", "3.1.1", "5.8.1", "5.1.1000", "5..1", "+5.1.1", "5.1.x", "", "５.1.1"]
    )
    func malformed(text: String) {
        #expect(EnhancedCode(text) == nil)
    }

    @Test("comes with advice for every actor")
    func advice() {
        #expect(BounceActor.allCases.allSatisfy { $0.advice.hasSuffix(".") })
        #expect(BounceClass.allCases.allSatisfy { $0 == .unknown || $0.actor != .unknown })
    }
}
