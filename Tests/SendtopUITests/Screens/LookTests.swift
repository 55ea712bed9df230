import Foundation
import SendtopCore
import SendtopUI
import Testing

@Suite struct LookTests {
    @Test func look() throws {
        for theme in ["dark", "light"] {
            let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
            var settings = MonitorSettings.sample
            settings.isDemo = true
            let d = try Driver(ledger, size: Size(columns: 120, rows: 36), settings: settings, theme: theme)
            func out(_ n: String) throws {
                try Data(d.frame.svg(theme: d.theme).utf8).write(to: URL(filePath: "/tmp/look-\(theme)-\(n).svg"))
            }
            try out("live")
            for _ in 0..<6 { d.press(.down) }
            try out("chosen")
            d.press(.enter)
            try out("timeline")
            d.press(.escape)
            d.press("c").press(.tab).press(.tab).press(.tab).press(.tab)
            d.take(.key(.paste("{\n  \"first_name\": \"Ada\",\n  \"age\": }")))
            for _ in 0..<3 { d.press(.tab) }
            d.press(.enter)
            try out("compose")
            d.press(.escape).press("?")
            try out("help")
        }
    }
}
