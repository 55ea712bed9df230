import Foundation
import SendtopCore
import Testing

@testable import sendtop

@Suite("A file of exported rows") struct ExportFileTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/exports-\(UUID().uuidString)"

    private func files() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test("has its name once it is whole, and leaves nothing when it does not become so")
    func names() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let now = Timestamp(milliseconds: 1_598_900_323_000)
        do {
            let file = try ExportFile(folder: folder, name: "sends", ending: "csv", now: now)
            try file.write("a")
            #expect(files() == ["sends-20200831T185843000.csv.part"])
        }
        #expect(files().isEmpty)
        let file = try ExportFile(folder: folder, name: "sends", ending: "csv", now: now)
        try file.write("a")
        try file.write("b")
        try file.finish()
        #expect(files() == ["sends-20200831T185843000.csv"])
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "ab")
        #expect {
            try ExportFile(folder: folder, name: "sends", ending: "csv", now: now)
        } throws: { error in
            "\(error)".contains("cannot be made")
        }
    }
}
