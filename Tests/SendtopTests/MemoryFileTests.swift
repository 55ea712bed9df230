import Foundation
import SendtopUI
import Testing

@testable import sendtop

@Suite struct MemoryFileTests {
    @Test("Two monitors that share a file keep what each of them saved")
    func shared() throws {
        let path = NSTemporaryDirectory() + "sendtop-\(UUID().uuidString)/screen.json"
        defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
        var first = MemoryFile(path: path)
        var mine = first.read()
        mine.views[1] = SavedView(filter: "a")
        #expect(first.keep(mine) == nil)
        var second = MemoryFile(path: path)
        var theirs = second.read()
        theirs.views[2] = SavedView(filter: "b")
        #expect(second.keep(theirs) == nil)
        // The first has not heard of the second's view, and changes its own.
        mine.views[1] = SavedView(filter: "c")
        mine.views[3] = SavedView(filter: "d")
        #expect(first.keep(mine) == nil)
        theirs.views[2] = SavedView(filter: "e")
        #expect(second.keep(theirs) == nil)
        var third = MemoryFile(path: path)
        #expect(third.read().views.mapValues(\.filter) == [1: "c", 2: "e", 3: "d"])
    }

    @Test("Filters of both are kept, the newest first")
    func filters() throws {
        let path = NSTemporaryDirectory() + "sendtop-\(UUID().uuidString)/screen.json"
        defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
        var first = MemoryFile(path: path)
        #expect(first.keep(ScreenMemory(filters: ["old"])) == nil)
        var second = MemoryFile(path: path)
        _ = second.read()
        #expect(first.keep(ScreenMemory(filters: ["one", "old"])) == nil)
        #expect(second.keep(ScreenMemory(filters: ["two", "old"])) == nil)
        #expect(second.read().filters == ["two", "one", "old"])
    }
}
