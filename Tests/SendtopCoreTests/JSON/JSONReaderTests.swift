import SendtopCore
import Testing

@Suite struct JSONReaderTests {
    @Test("Keys keep their order and repeat; the last of a name counts")
    func keys() throws {
        let object = try #require(try JSON(text: #"{"b":1,"a":2,"b":3}"#).object)
        #expect(object.members.map(\.key) == ["b", "a", "b"])
        #expect(object["b"] == 3)
        #expect(object["c"] == nil)
    }

    @Test(
        "Numbers keep their digits",
        arguments: ["0", "-0", "1.10", "1e400", "-1E+2", "1.0e-7", "123456789012345678901234567890"]
    )
    func numbers(text: String) throws {
        #expect(try JSON(text: text).number?.text == text)
        #expect(try JSON(text: text).text() == text)
    }

    @Test("Numbers say what they are worth")
    func worth() throws {
        #expect(try JSON(text: "-9223372036854775808").number?.int == .min)
        #expect(try JSON(text: "9223372036854775808").number?.int == nil)
        #expect(try JSON(text: "1.5").number?.int == nil)
        #expect(try JSON(text: "1e400").number?.double == .infinity)
        #expect(JSONNumber(Double.nan) == nil)
    }

    @Test(
        "Every escape becomes its character",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
            (#""\ud83d\ude00""#, "😀"), (#""a\u0000b""#, "a\u{0}b"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        ]
    )
    func escapes(text: String, string: String) throws {
        let read = try #require(try JSON(text: text).string)
        #expect(Array(read.unicodeScalars) == Array(string.unicodeScalars))
    }

    @Test(
        "Half of a surrogate pair is replaced, or refused where nothing may change",
        arguments: [
            (#""\ud800""#, "\u{FFFD}"), (#""\udc00x""#, "\u{FFFD}x"), (#""\ud800\n""#, "\u{FFFD}\n"),
            (#""\ud800\u0041""#, "\u{FFFD}A"), (#""\ud800\ud83d\ude00""#, "\u{FFFD}😀"),
        ]
    )
    func loneSurrogates(text: String, string: String) throws {
        #expect(try JSON(text: text).string == string)
        let error = #expect(throws: JSONError.self) { try JSON(text: text, loneSurrogates: .refused) }
        #expect(error?.description == "line 1, column 2: this escape is half of a surrogate pair")
    }

    @Test(
        "A fault is named with its place",
        arguments: [
            ("", "line 1, column 1: the text is empty", 0),
            (" \n\t", "line 2, column 2: the text is empty", 3),
            ("{", "line 1, column 2: the text ends too early", 1),
            ("[1,", "line 1, column 4: the text ends too early", 3),
            ("{\"a\"", "line 1, column 5: the text ends too early", 4),
            ("[1,]", "line 1, column 4: expected a value", 3),
            ("{\"a\":1,}", "line 1, column 8: expected a key in double quotes", 7),
            ("{a:1}", "line 1, column 2: expected a key in double quotes", 1),
            ("{\"a\" 1}", "line 1, column 6: expected ':' after the key", 5),
            ("[1 2]", "line 1, column 4: expected ',' or ']'", 3),
            ("{\"a\":1 \"b\":2}", "line 1, column 8: expected ',' or '}'", 7),
            ("[1}", "line 1, column 3: expected ',' or ']'", 2),
            ("1 2", "line 1, column 3: there is text after the value", 2),
            ("[\"é\",\n  tru]", "line 2, column 3: expected a value", 9),
            ("\u{FEFF}[x]", "line 1, column 2: expected a value", 4),
            ("01", "line 1, column 1: this is not a number of JSON", 0),
            ("-", "line 1, column 1: this is not a number of JSON", 0),
            ("[1.]", "line 1, column 2: this is not a number of JSON", 1),
            ("1e", "line 1, column 1: this is not a number of JSON", 0),
            ("\"a", "line 1, column 1: the string does not end", 0),
            ("\"a\n\"", "line 1, column 3: a control character must be escaped", 2),
            (#""\x""#, "line 1, column 2: this escape is unknown", 1),
            (#""\u00g0""#, "line 1, column 2: this escape is unknown", 1),
            (#""\u00"#, "line 1, column 6: the text ends too early", 5),
            ("'a'", "line 1, column 1: expected a value", 0),
            ("NaN", "line 1, column 1: expected a value", 0),
            ("// x", "line 1, column 1: expected a value", 0),
        ]
    )
    func faults(text: String, sentence: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSON(text: text) }
        #expect(error?.description == sentence)
        #expect(error?.offset == offset)
    }

    @Test(
        "Only UTF-8 is text",
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]]
    )
    func notUTF8(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSON(bytes: Array("[\"é".utf8) + bytes + Array("\"]".utf8)) }
        #expect(error?.description == "line 1, column 4: the bytes are not UTF-8")
        #expect(error?.offset == 4)
    }

    @Test("UTF-16 is not text")
    func utf16() {
        for bytes in [[0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0x7B, 0, 0x7D, 0]] as [[UInt8]] {
            #expect(throws: JSONError.self) { try JSON(bytes: bytes) }
        }
    }

    @Test("Nesting ends at the limit")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: "[{\"a\":", count: depth / 2) + "1" + String(repeating: "}]", count: depth / 2)).utf8
            )
        }
        #expect(try JSON(bytes: nested(64)).array?.count == 1)
        let error = #expect(throws: JSONError.self) { try JSON(bytes: nested(66)) }
        #expect(error?.problem == .tooDeep(limit: 64))
        #expect(throws: JSONError.self) { try JSON(bytes: Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
    }

    @Test("The elements of an array know their bytes")
    func elements() throws {
        let text = #" [ {"a":[1, 2]},7 , "x" ]"#
        let bytes = Array(text.utf8)
        let document = try JSONReader.document(bytes)
        #expect(
            document.elements.map { String(decoding: bytes[$0], as: UTF8.self) } == [#"{"a":[1, 2]}"#, "7", #""x""#]
        )
        #expect(try JSONReader.document(Array(#"{"a":[1]}"#.utf8)).elements.isEmpty)
    }

    @Test(
        "The whole of what is at fault is named",
        arguments: [
            (#"{"a": nul}"#, "nul"), (#"{"a": 1.x}"#, "1.x"), (#"{"a": "b\qc"}"#, #"\q"#), ("[\"ab\ncd", "\n"),
            ("{\"ab", "\"ab"), (#"["\ud800"]"#, #"\ud800"#), (#"{"a" 1}"#, "1"), (#"{'a': 1}"#, "'"),
            (#"{"a": é1}"#, "é1"),
            ("[1", ""),
        ]
    )
    func range(text: String, part: String) throws {
        let bytes = Array(text.utf8)
        do {
            _ = try JSON(text: text, loneSurrogates: .refused)
            Issue.record("there is no fault")
        } catch {
            #expect(String(decoding: bytes[error.range(in: bytes)], as: UTF8.self) == part)
        }
    }
}
