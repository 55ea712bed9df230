import SendtopCore
import SendtopUI
import Testing

@Suite struct ComposeTextTests {
    private func driver(_ columns: Int = 100, _ rows: Int = 36) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: 20, until: .sample))
        return try Driver(ledger, size: Size(columns: columns, rows: rows)).press("c")
    }

    @Test("What is cut from one field goes into another, and each field takes its own changes back")
    func clipboard() throws {
        let driver = try driver().press(.tab).type("ada lovelace").press(.control("w")).press(.tab, .control("y"))
        driver.expect("alias label        │ lovelace").press(.control("_")).expectNot("lovelace")
        driver.press(.backTab, .control("_")).expect("│ ada lovelace").press(.control("r")).expectNot("lovelace")
    }

    @Test("A selection is seen, copied to the terminal, and replaced by what is typed")
    func selection() throws {
        let driver = try driver().press(.tab).type("ada-7").press(.modified(.left, .shift), .modified(.left, .shift))
        let reversed = driver.frame.cells.filter { $0.style.isReversed }.map(\.text).joined()
        #expect(reversed == "-7")
        driver.expect("C-w cut").press(.control("t"))
        #expect(driver.effects.last == .copyText("-7", name: "the selection"))
        driver.press(.control(" "), .home).type("eve").expect("│ eve")
    }

    @Test("A fault of JSON is marked where it is while the text is typed; what is only unfinished is not")
    func fault() throws {
        let driver = try driver().press(.tab, .tab, .tab, .tab).type("{\"a\": nul")
        driver.expect("line 1, column 7: expected a value")
        #expect(
            driver.frame.cells.filter { $0.style == Style(.error, bold: true, reversed: true) }.map(\.text).joined()
                == "nul"
        )
        driver.type("l").expect("the text ends too early")
        #expect(!driver.frame.cells.contains { $0.style.role == .error })
        driver.type("}").expectNot("attributes is not JSON")
    }

    @Test("The request and its curl line are there as they are typed; y copies the line", arguments: [120, 160])
    func request(columns: Int) throws {
        let driver = try driver(columns).expect("No request yet:").press(.tab).type("it's ada")
        driver.expect("POST http://127.0.0.1:7364/transactional").expect("$SENDTOP_API_KEY")
        driver.expect("\"external_user_id\": \"it's ada\"").press(.control("v")).expectNot("[ Send ]").press("y")
        guard case .copyText(let line, _)? = driver.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(line.contains(#"it'\''s ada"#))
        driver.press(.escape).expect("[ Send ]")
    }

    @Test("A small screen shows the request behind a key, and without a request says what is missing")
    func smallRequest() throws {
        let driver = try driver(40, 10).press(.control("v")).expect("No request yet:").press("y")
        driver.expect("There is no curl line").press(.escape).press(.tab).type("ada").press(.control("v"))
        driver.expect("POST http://127.0.0.1:7364/").press(.end).expect("/send'")
    }

    @Test("Hostile and huge pastes are cut, said and drawn clean", arguments: [(40, 10), (120, 36)])
    func hostile(size: (Int, Int)) throws {
        let driver = try driver(size.0, size.1)
        let pastes = [
            "\u{1B}[2J\u{07}\u{9B}31m\u{202E}evil\u{2066}\u{E0041}\u{200B}\u{0}",
            String(repeating: "{\"a\":[", count: 20_000),
            String(repeating: "日本👩‍💻e\u{301}\u{301}\u{301}", count: 20_000), "a\r\nb\u{2028}c\u{85}d",
        ]
        for (index, paste) in pastes.enumerated() {
            for round in 0..<3 {
                driver.press(.tab).take(.key(.paste(paste)))
                if index == 1, round == 0 { driver.expect("The paste was cut") }
                let unsafe = driver.frame.cells.flatMap(\.text.unicodeScalars).filter(\.isUnsafeOnTerminals)
                #expect(unsafe.isEmpty)
                driver.press(.control("a"), .control("e"), .modified(.left, .controlShift), .control("_"))
            }
        }
    }
}
