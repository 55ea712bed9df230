import SendtopCore
import Testing

@Suite struct JSONWriterTests {
    private let value: JSON = ["a": [1, nil, true, [:], []], "b": "x\u{1b}\u{202E}\u{9D}😀\"\\\n\u{0}/"]

    @Test("A server gets only the escapes that JSON demands")
    func minimal() {
        #expect(
            value.text()
                == "{\"a\":[1,null,true,{},[]],\"b\":\"x\\u001b\u{202E}\u{9D}😀\\\"\\\\\\n\\u0000/\"}"
        )
    }

    @Test("A terminal gets nothing that it would obey")
    func terminalSafe() {
        #expect(
            value.text(escaping: .terminalSafe)
                == #"{"a":[1,null,true,{},[]],"b":"x\u001b\u202e\u009d😀\"\\\n\u0000/"}"#
        )
        #expect(JSON.string("\u{E0041}").text(escaping: .terminalSafe) == #""\udb40\udc41""#)
    }

    @Test("Pretty text has two blanks a level")
    func pretty() {
        #expect(
            (["a": [1, [:]], "b": [:]] as JSON).prettyText() == """
                {
                  "a": [
                    1,
                    {}
                  ],
                  "b": {}
                }
                """
        )
    }

    @Test("Setting a member changes it in place, appends it, or takes all of its name away")
    func members() throws {
        var object = try #require(try JSON(text: #"{"a":1,"b":2,"a":3}"#).object)
        object["a"] = 4
        object["c"] = 5
        #expect(JSON.object(object).text() == #"{"a":1,"b":2,"a":4,"c":5}"#)
        object["a"] = nil
        #expect(JSON.object(object).text() == #"{"b":2,"c":5}"#)
    }
}
